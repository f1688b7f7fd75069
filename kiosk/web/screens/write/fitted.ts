import type { OfferButton } from "./offer.ts";

/** Rows of candidates on a page, as the style sheet has room for them. */
const ROWS_NAME = "--rows";
/** What a button has beside its text, and the least it is wide, millimetres. */
const PADDING_MM = 8;
const LEAST_MM = 20;
const GAP_MM = 4;
/** Room kept at the end of the last row for “more”, in characters. */
const MORE_CHARACTERS = 2;

/** Positions of the offers in pages that fit the place, by the length of their text: every button stays one line. */
export function fitted(
  offers: readonly OfferButton[],
  place: HTMLElement,
  more: boolean,
): readonly (readonly number[])[] {
  const style = getComputedStyle(place);
  const mm = Number.parseFloat(style.getPropertyValue("--mm"));
  const text = Number.parseFloat(style.fontSize) / mm;
  const room = {
    width: place.clientWidth / mm,
    rows: Number(style.getPropertyValue(ROWS_NAME)) || 1,
    more: more ? MORE_CHARACTERS * text + PADDING_MM : 0,
  };
  const widthOf = (at: number): number =>
    Math.max(LEAST_MM, (offers[at]?.text.length ?? 0) * text + PADDING_MM);
  return inPages([...offers.keys()], widthOf, room);
}

interface Room {
  /** Millimetres of a row. */
  readonly width: number;
  readonly rows: number;
  /** Millimetres to keep free in the last row. */
  readonly more: number;
}

/** Fills rows one after another; an offer too wide for any row has a row of its own. */
export function inPages<T>(
  offers: readonly T[],
  widthOf: (offer: T) => number,
  { width, rows, more }: Room,
): readonly (readonly T[])[] {
  const pages: T[][] = [];
  let row = rows;
  let used = 0;
  for (const offer of offers) {
    const own = widthOf(offer) + GAP_MM;
    const room = (at: number): number => width + GAP_MM - (more > 0 && at === rows - 1 ? more + GAP_MM : 0);
    if (row >= rows || (used > 0 && used + own > room(row))) {
      row += 1;
      used = 0;
    }
    if (row >= rows || pages.length === 0) {
      pages.push([]);
      row = 0;
      used = 0;
    }
    used += own;
    pages.at(-1)?.push(offer);
  }
  return pages;
}
