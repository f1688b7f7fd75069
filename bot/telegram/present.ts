/** Replies into Telegram messages: one card a message, the question with its buttons last. */
import { asText, type Block, type Choice, type Reply } from "../../src/engine/index.ts";

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

/** Telegram refuses longer messages. */
const LONGEST_MESSAGE = 4096;
/** Telegram refuses longer button data. */
const LONGEST_DATA = 64;
/** Buttons with short words stand two in a row, longer ones alone. */
const SHORT_LABEL = 6;

/** Text made safe for Telegram's HTML; anything a person or a document wrote passes through here. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** The block's plain text, its first line bold when it is a card. */
function htmlOf(block: Block): string {
  const [first = "", ...rest] = asText([withoutChoices(block)]).split("\n");
  const isCard =
    block.kind === "benefit" ||
    block.kind === "facility" ||
    block.kind === "topic" ||
    block.kind === "emergency";
  const head = isCard ? `<b>${escapeHtml(first)}</b>` : escapeHtml(first);
  return [head, ...rest.map(escapeHtml)].join("\n");
}

/** Buttons carry the choices here, so the text does not number them as well. */
function withoutChoices(block: Block): Block {
  return block.kind === "ask" || block.kind === "choices" ? { ...block, choices: [] } : block;
}

/** Choices as rows; one that does not fit into a button is left to be typed. */
export function rowsOf(choices: readonly Choice[]): readonly (readonly Button[])[] {
  const buttons = choices
    .filter((choice) => choice.id.length <= LONGEST_DATA)
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

/**
 * A reply as messages. Neighbouring sentences share one; every card stands alone, so that it can be
 * forwarded to the family as it is.
 *
 * @example present(reply).at(-1)?.buttons // the choices of the question
 */
export function present(reply: Reply): readonly Message[] {
  const messages: { html: string; buttons: readonly (readonly Button[])[]; open: boolean }[] = [];
  for (const block of reply.blocks) {
    const buttons = block.kind === "ask" || block.kind === "choices" ? rowsOf(block.choices) : [];
    const last = messages.at(-1);
    const joins = block.kind === "say" && last?.open && last.html.length < LONGEST_MESSAGE / 4;
    if (last && joins) last.html = `${last.html}\n${htmlOf(block)}`;
    else messages.push({ html: htmlOf(block), buttons, open: block.kind === "say" });
  }
  return messages.flatMap(({ html, buttons }) => {
    const parts = pieces(html);
    return parts.map((part, index) => ({ html: part, buttons: index === parts.length - 1 ? buttons : [] }));
  });
}
