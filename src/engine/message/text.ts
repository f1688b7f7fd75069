import type { Block, Choice, Line } from "./types.ts";

/** Labels end with the colon of their own script; a Chinese one may close with a bracket: 一都镇（低保咨询电话）. */
function label(line: Line): string {
  return /[\u3400-\u9fff）》」”]$/.test(line.label)
    ? `${line.label}：${line.text}`
    : `${line.label}: ${line.text}`;
}

/** A numbered list is chosen from by a bare number, any other by its words. */
function listed(choices: readonly Choice[], isNumbered: boolean): string[] {
  return choices.map((choice, index) => (isNumbered ? `${index + 1}. ${choice.text}` : `· ${choice.text}`));
}

/** The plain form of one block: what a face shows that cannot do more than text. */
function linesOf(block: Block, isNumbered: boolean): string[] {
  switch (block.kind) {
    case "say":
    case "emergency":
      return [block.text];
    case "ask":
      return [block.text, ...(block.why ? [block.why] : []), ...listed(block.choices, isNumbered)];
    case "choices":
      return [block.text, ...listed(block.choices, isNumbered)];
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

function hasChoices(block: Block): block is Extract<Block, { kind: "ask" | "choices" }> {
  return (block.kind === "ask" || block.kind === "choices") && block.choices.length > 0;
}

/** The one list with numbers: the last, and none where a number question comes last, as there 1 is an answer itself. */
function numberedList(blocks: readonly Block[]): Block | null {
  const last = blocks.filter(hasChoices).at(-1);
  return last === undefined || (last.kind === "ask" && last.entry === "number") ? null : last;
}

/**
 * The whole reply as plain text: blocks in order, a blank line between them.
 * Every face that cannot show a block falls back to this, so nothing is ever lost.
 */
export function asText(blocks: readonly Block[]): string {
  const numbered = numberedList(blocks);
  return blocks
    .map((block) =>
      linesOf(block, block === numbered)
        .filter((line) => line !== "")
        .join("\n"),
    )
    .join("\n\n");
}

/** The choices a reply offers, with the number `asText` gives them; null where it gives none. */
export function choicesOf(
  blocks: readonly Block[],
): readonly { readonly id: string; readonly text: string; readonly number: number | null }[] {
  const numbered = numberedList(blocks);
  return blocks.filter(hasChoices).flatMap((list) =>
    list.choices.map(({ id, text }, index) => ({
      id,
      text,
      number: list === numbered ? index + 1 : null,
    })),
  );
}
