import type { Block, Choice, Line } from "./types.ts";

/** Labels end with the colon of their own script. */
function label(line: Line): string {
  return /[\u3400-\u9fff]$/.test(line.label) ? `${line.label}：${line.text}` : `${line.label}: ${line.text}`;
}

/** Numbered, so that a bare number is an answer everywhere (`choiceByNumber`). */
function numbered(choices: readonly Choice[]): string[] {
  return choices.map((choice, index) => `${index + 1}. ${choice.text}`);
}

/** The plain form of one block: what a face shows that cannot do more than text. */
function linesOf(block: Block): string[] {
  switch (block.kind) {
    case "say":
    case "emergency":
      return [block.text];
    case "ask":
      return [block.text, ...(block.why ? [block.why] : []), ...numbered(block.choices)];
    case "choices":
      return [block.text, ...numbered(block.choices)];
    case "benefit":
      return [`【${block.title}】${block.verdict}`, block.summary, ...block.lines.map(label), ...block.why];
    case "facility":
      return [`【${block.title}】${block.state}`, ...block.lines.map(label)];
    case "topic":
      return [`【${block.title}】`, block.text, ...block.lines.map(label)];
    case "why":
      return [block.title, ...block.reasons];
    case "handoff":
      return [block.text, ...block.phones.map((phone) => label({ label: phone.label, text: phone.number }))];
  }
}

/**
 * The whole reply as plain text: blocks in order, a blank line between them.
 * Every face that cannot show a block falls back to this, so nothing is ever lost.
 */
export function asText(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      linesOf(block)
        .filter((line) => line !== "")
        .join("\n"),
    )
    .join("\n\n");
}

/** The choices a reply offers, in the order in which `asText` numbers its last list. */
export function choicesOf(blocks: readonly Block[]): readonly Choice[] {
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const block = blocks[index];
    if (block && (block.kind === "ask" || block.kind === "choices") && block.choices.length > 0)
      return block.choices;
  }
  return [];
}
