/**
 * Most Chinese characters of text on one page of an answer, its heading and buttons not counted: each one costs an
 * old reader time. A word or number in other letters counts as one.
 */
export const TEXT_PER_PAGE = 80;

/** How much of the budget a text takes. */
export function textCost(text: string): number {
  return (text.match(/\p{Script=Han}|[\p{Script=Latin}\d]+/gu) ?? []).length;
}
