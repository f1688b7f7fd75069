import type { Page } from "./paginate.ts";

/** Where one can turn from a page, as indexes of the reply's pages; null where there is nothing. */
export interface Turning {
  readonly previous: number | null;
  readonly next: number | null;
  /** Position from 1, and how many pages one turns through: those of a card, or of the whole answer. */
  readonly page: number;
  readonly pages: number;
  /** Turning leads to another card. */
  readonly previousIsItem: boolean;
  readonly nextIsItem: boolean;
}

/** The widest case, to measure the row's height with. */
export const SEVERAL: Turning = {
  previous: 0,
  next: 2,
  page: 2,
  pages: 3,
  previousIsItem: true,
  nextIsItem: true,
};

/**
 * Turning from the page at `index`: within the question, within the results, or through a card and on to the
 * next one; never from a question into results behind it. Null when there is nowhere to turn.
 */
export function turningAt(pages: readonly Page[], index: number): Turning | null {
  const here = pages[index]?.section;
  if (here === undefined) return null;
  const isCard = here.group === "card";
  const near = (other: Page | undefined): boolean => other?.section.group === here.group;
  const run = pages.flatMap(({ section }, at) =>
    (isCard ? section.key === here.key : section.group === here.group) ? [at] : [],
  );
  const previous = near(pages[index - 1]) ? index - 1 : null;
  const next = near(pages[index + 1]) ? index + 1 : null;
  if (previous === null && next === null) return null;
  return {
    previous,
    next,
    page: run.indexOf(index) + 1,
    pages: run.length,
    previousIsItem: previous !== null && isCard && !run.includes(previous),
    nextIsItem: next !== null && isCard && !run.includes(next),
  };
}
