/** Replies into Telegram messages: what is said first, a few cards, and the question with its buttons last. */
import { asText, type Block, type Choice, type Reply } from "../../src/engine/index.ts";
import { type Say, shortCard, wholeCard } from "./cards.ts";

/** One button, as the Bot API wants it. */
export interface Button {
  readonly text: string;
  readonly callback_data: string;
}

/** One message to send: HTML text and rows of buttons. */
export interface Message {
  readonly html: string;
  readonly buttons: readonly (readonly Button[])[];
}

/** How a reply is to be shown. */
export interface Manner {
  readonly say: Say;
  /** The benefits are a list to choose from, so that short cards do. */
  readonly isList: boolean;
}

/** Telegram refuses longer messages. */
const LONGEST_MESSAGE = 4096;
/** Telegram refuses longer button data. */
const LONGEST_DATA = 64;
/** Buttons with short words stand two in a row, longer ones alone. */
const SHORT_LABEL = 6;
/** More messages at once push the beginning of the answer off a phone's screen. */
const MOST_CARDS = 3;

/** Text made safe for Telegram's HTML; anything a person or a document wrote passes through here. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function isCard(block: Block): boolean {
  return block.kind === "benefit" || block.kind === "facility" || block.kind === "topic";
}

function htmlOf([first = "", ...rest]: readonly string[], isBold: boolean): string {
  const head = isBold ? `<b>${escapeHtml(first)}</b>` : escapeHtml(first);
  return [head, ...rest.map(escapeHtml)].join("\n");
}

/** The block's plain text. Buttons carry the choices here, so the text does not list them as well. */
function linesOf(block: Block): readonly string[] {
  const bare = "choices" in block ? { ...block, choices: [] } : block;
  return asText([bare]).split("\n");
}

function fitsButton({ id }: Choice): boolean {
  return id.length <= LONGEST_DATA;
}

/** Choices as rows; one that does not fit into a button is left to be typed. */
export function rowsOf(choices: readonly Choice[]): readonly (readonly Button[])[] {
  const buttons = choices
    .filter(fitsButton)
    .map((choice) => ({ text: choice.text, callback_data: choice.id }));
  const rows: Button[][] = [];
  for (const button of buttons) {
    const last = rows.at(-1);
    const fits = last?.length === 1 && [...last, button].every(({ text }) => text.length <= SHORT_LABEL);
    if (last && fits) last.push(button);
    else rows.push([button]);
  }
  return rows;
}

/** Longer text than Telegram takes, cut at line ends so that no tag or line is torn. */
function pieces(html: string): readonly string[] {
  if (html.length <= LONGEST_MESSAGE) return [html];
  const parts: string[] = [""];
  for (const line of html.split("\n")) {
    const part = `${parts.at(-1)}\n${line}`.trimStart();
    if (part.length <= LONGEST_MESSAGE) parts[parts.length - 1] = part;
    else parts.push(line.slice(0, LONGEST_MESSAGE));
  }
  return parts;
}

/** One card; of a list a short one with a button to the whole. */
function cardMessage(block: Block, { say, isList }: Manner): Message {
  const button = wholeCard(block, say("bot.details"));
  if (isList && block.kind === "benefit" && button && fitsButton(button))
    return { html: htmlOf(shortCard(block, say), true), buttons: rowsOf([button]) };
  return { html: htmlOf(linesOf(block), true), buttons: [] };
}

/** What is said and asked, as one message; neighbouring sentences stand close, anything else apart. */
function talkMessage(blocks: readonly Block[]): readonly Message[] {
  if (blocks.length === 0) return [];
  const html = blocks.reduce((text, block, index) => {
    const isClose = block.kind === "say" && blocks[index - 1]?.kind === "say";
    return `${text}${isClose ? "\n" : "\n\n"}${htmlOf(linesOf(block), false)}`;
  }, "");
  const choices = blocks.flatMap((block) => ("choices" in block ? block.choices : []));
  return [{ html: html.trimStart(), buttons: rowsOf(choices) }];
}

/** Cards beyond the few that are shown, each as a button with its title; one without a button stays a text. */
function furtherMessage(cards: readonly Block[], { say }: Manner): readonly Message[] {
  const entries = cards.map((block) => ({
    block,
    button: wholeCard(block, "title" in block ? block.title : ""),
  }));
  const buttons = entries.flatMap(({ button }) => (button && fitsButton(button) ? [button] : []));
  const texts = entries.flatMap(({ block, button }) =>
    button && fitsButton(button) ? [] : [htmlOf(linesOf(block), true)],
  );
  const intro = buttons.length > 0 ? [escapeHtml(say("bot.others"))] : [];
  if (cards.length === 0) return [];
  return [
    { html: [...texts, ...intro].join("\n\n"), buttons: buttons.flatMap((button) => rowsOf([button])) },
  ];
}

function joined(messages: readonly Message[]): readonly Message[] {
  if (messages.length === 0) return [];
  return [
    {
      html: messages.map(({ html }) => html).join("\n\n"),
      buttons: messages.flatMap(({ buttons }) => buttons),
    },
  ];
}

/**
 * A reply as at most five messages: what is said first, up to three cards, each of which can be forwarded to
 * the family as it is, and in the last one the titles of further cards, what is offered and the question.
 *
 * @example present(reply, { say, isList: false }).at(-1)?.buttons // the choices of the question
 */
export function present({ blocks }: Reply, manner: Manner): readonly Message[] {
  const alarms = blocks.filter((block) => block.kind === "emergency");
  const others = blocks.filter((block) => block.kind !== "emergency");
  const cards = others.filter(isCard);
  const first = cards.length === 0 ? others.length : others.findIndex(isCard);
  const shown = cards.slice(0, Math.max(1, MOST_CARDS - alarms.length));
  const after = others.slice(first).filter((block) => !isCard(block));
  const messages = [
    ...joined(alarms.map((block) => ({ html: htmlOf(linesOf(block), true), buttons: [] }))),
    ...talkMessage(others.slice(0, first)),
    ...shown.map((block) => cardMessage(block, manner)),
    ...joined([...furtherMessage(cards.slice(shown.length), manner), ...talkMessage(after)]),
  ];
  return messages.flatMap(({ html, buttons }) => {
    const parts = pieces(html);
    return parts.map((part, index) => ({ html: part, buttons: index === parts.length - 1 ? buttons : [] }));
  });
}
