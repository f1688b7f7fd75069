import type { SourceText } from "./text.ts";

/** A numbered part of the text that no clause begins. */
export interface Part {
  /** Index in the plain text. */
  readonly from: number;
  /** Its number and first words, to find it again. */
  readonly words: string;
}

/** `1.`, `1、`, `(一)`, `(1)`, `一、` at the beginning of a line; a decimal or `一、二级` is no number of a part. */
const NUMBERED =
  /^[^\S\n]*[*#]*\s*((?:\d{1,2}\.(?!\d)|\d{1,2}、|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]))[\s*#]*)(?=\S)/gmu;

/** Characters shown of a part. */
const SHOWN = 16;

/**
 * The parts whose number stands at the beginning of a line and that no clause's heading follows or contains. Lists of
 * attachments (`附件:1.… 2.…`) name parts that come later and are none themselves.
 *
 * @param headings where the clauses' headings begin
 */
export function unclaimedParts({ text }: SourceText, headings: readonly number[]): readonly Part[] {
  const parts: Part[] = [];
  for (const match of text.matchAll(NUMBERED)) {
    const number = match[1] ?? "";
    const words = match.index + match[0].length;
    const from = words - number.length;
    if (isAttachmentList(text.slice(0, match.index))) continue;
    if (headings.some((heading) => heading >= from && heading <= words + QUOTES)) continue;
    parts.push({
      from,
      words: text
        .slice(from, from + SHOWN)
        .replace(/\s+/gu, "")
        .trim(),
    });
  }
  return parts;
}

/** Quotation marks may stand between a number and the first word of its heading. */
const QUOTES = 2;

/** Whether the last lines before are `附件:1.…` and further numbers of the same list. */
function isAttachmentList(before: string): boolean {
  return /^[\s*#]*附件\s*:[\s*#]*1[.、-][^\n]*\n(?:[\s*#]*(?:\d{1,2}(?:[.、]|-\d)[^\n]*|[([][^\n]*)?\n)*[\s*#]*$/mu.test(
    before.slice(-LONGEST_LIST),
  );
}

const LONGEST_LIST = 600;
