/** Benefits of a list as short cards: enough to see what it is about; the whole card is one tap away. */
import type { Block, Choice, Reply, Source, State } from "../../src/engine/index.ts";

/** A benefit as the engine gives it. */
export type BenefitBlock = Extract<Block, { kind: "benefit" }>;

/** Says a phrase in the language of the reply, with its parameters. */
export type Say = (key: string, parameters?: Readonly<Record<string, string>>) => string;

/** Lines of a short card, in the card's own order; the rest waits behind the button. */
const SHORT_LINES = ["label.amount", "label.need", "label.confirm", "label.where"] as const;

/**
 * Fills the parameters of a phrase; a key without words shows itself, so that it is noticed.
 *
 * @example sayWith({ "bot.source.issued": "{{day}}发布" })("bot.source.issued", { day: "2024-01-02" }) // "2024-01-02发布"
 */
export function sayWith(phrases: Readonly<Record<string, string>>): Say {
  return (key, parameters = {}) =>
    (phrases[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => parameters[name] ?? "");
}

/**
 * Whether the benefits of a reply are a list to choose from. The engine gives them briefly then; asked about
 * one benefit it gives the whole card, behind which there is nothing more.
 */
export function isList(reply: Reply, state: Pick<State, "intent">): boolean {
  const benefits = reply.blocks.filter((block) => block.kind === "benefit");
  return state.intent === "entitlements" || new Set(benefits.map(({ benefit }) => benefit)).size > 1;
}

/** The button that asks the engine for all about a card; null for a card that has nothing behind it. */
export function wholeCard(block: Block, label: string): Choice | null {
  if (block.kind === "benefit") return { id: `benefit:${block.benefit}`, text: label };
  return block.kind === "topic" ? { id: `topic:${block.topic}`, text: label } : null;
}

function sourceLine({ title, clause, issued, kind }: Source, say: Say): string {
  const day = issued === null ? say("bot.source.undated") : say("bot.source.issued", { day: issued });
  return say(kind === "policy" ? "bot.source.policy" : "bot.source.page", { title, clause, day });
}

/**
 * The lines of a short card: title and verdict, how much (or what it is, when it is no sum), what is still open,
 * what to confirm, where to go, and the first source.
 *
 * @example shortCard(block, say)[0] // "【高龄津贴】条件对得上，先确认再办"
 */
export function shortCard(block: BenefitBlock, say: Say): readonly string[] {
  const labels = new Set(SHORT_LINES.map((key) => say(key)));
  const lines = block.lines.filter(({ label }) => labels.has(label));
  const hasAmount = lines.some(({ label }) => label === say("label.amount"));
  return [
    `【${block.title}】${block.verdict}`,
    ...(hasAmount ? [] : [block.summary]),
    ...lines.map(({ label, text }) => say("bot.line", { label, text })),
    ...block.sources.slice(0, 1).map((source) => sourceLine(source, say)),
  ];
}
