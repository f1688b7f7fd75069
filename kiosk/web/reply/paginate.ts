import { textCost } from "./budget.ts";
import type { Piece, Section } from "./section.ts";

/** One page: a section's heading and those of its pieces that fit below it. */
export interface Page {
  readonly section: Section;
  readonly heading: Piece;
  /** The heading is only for screen readers: below the seen one, on a page before, this page had no room. */
  readonly headingUnseen: boolean;
  readonly pieces: readonly Piece[];
}

/** How much fits on a page, in CSS pixels. */
export interface Limits {
  /** Height for heading and pieces together. */
  readonly height: number;
  /** Height, from the bottom, in which buttons can be reached by everyone. */
  readonly reach: number;
  readonly gap: number;
  /** Most buttons on one page, not counting those that stand on every page; a section may have its own. */
  readonly targets: number;
  /** Most text on one page, heading and buttons not counted; see `textCost`. */
  readonly text: number;
}

/** Height of a piece or heading by its key. */
export type Heights = (key: string) => number;

/** A section's picture shares the first page when so many pieces still fit beside it. */
const BESIDE_A_PICTURE = 2;

/**
 * Lays sections out into pages without scrolling: pieces go on a page while they fit, in order; one that fits on no
 * page gives way to its shorter form, or stands alone. Every section starts on a new page and has at least one.
 * A list of many buttons has the short heading when that saves a page.
 */
export function paginate(sections: readonly Section[], heights: Heights, limits: Limits): readonly Page[] {
  return sections.flatMap((section) => withPicture(section, heights, limits));
}

function withPicture(section: Section, heights: Heights, limits: Limits): readonly Page[] {
  const { picture } = section;
  const plain = pagesOf(section, heights, limits);
  if (picture === undefined) return plain;
  const pieces = [picture.above, ...section.pieces];
  const above = pagesUnder(section.heading, { ...section, pieces }, heights, limits);
  const wanted = 1 + Math.min(BESIDE_A_PICTURE, section.pieces.length);
  const [first] = above;
  if (first !== undefined && first.pieces.length >= wanted && !first.headingUnseen) return above;
  return [...plain, ...pagesOf({ ...section, pieces: [picture.alone] }, heights, limits)];
}

function pagesOf(section: Section, heights: Heights, limits: Limits): readonly Page[] {
  const heading = headingThatFits(section, heights, limits.height - belowOf(section, heights, limits));
  const pages = pagesUnder(heading, section, heights, limits);
  const [short] = section.shortHeadings ?? [];
  const manyButtons = section.layout === "ask" && section.targets !== undefined;
  if (short === undefined || !manyButtons || pages.length === 1) return pages;
  const shorter = pagesUnder(short, section, heights, limits);
  return shorter.length < pages.length ? shorter : pages;
}

/** Height of what stands on every page of a section. */
function belowOf({ always }: Section, heights: Heights, { gap }: Limits): number {
  return always.reduce((sum, piece) => sum + heights(piece.key) + gap, 0);
}

function pagesUnder(heading: Piece, section: Section, heights: Heights, limits: Limits): readonly Page[] {
  const below = belowOf(section, heights, limits);
  const whole = limits.height - below;
  const room = whole - heights(heading.key);
  const within = { ...limits, reach: limits.reach - below, targets: section.targets ?? limits.targets };
  const pages: { pieces: Piece[]; headingUnseen: boolean }[] = [];
  for (const piece of section.pieces) {
    const page = pages.at(-1);
    const left = page?.headingUnseen ? whole : room;
    if (page !== undefined && fits([...page.pieces, piece], heights, within, left)) page.pieces.push(piece);
    else {
      const form = formThatFits(piece, heights, within, pages.length > 0 ? whole : room);
      const headingUnseen = !fits([form], heights, within, room) && fits([form], heights, within, whole);
      pages.push({ pieces: [form], headingUnseen });
    }
  }
  if (pages.length === 0) pages.push({ pieces: [], headingUnseen: false });
  return pages.map((page) => ({ section, heading, ...page }));
}

function formThatFits(piece: Piece, heights: Heights, limits: Limits, room: number): Piece {
  if (piece.shorter === undefined || fits([piece], heights, limits, room)) return piece;
  return formThatFits(piece.shorter, heights, limits, room);
}

/** The heading, or the first shorter one that leaves room for the first piece; else the shortest. */
function headingThatFits(section: Section, heights: Heights, height: number): Piece {
  const { heading, shortHeadings = [], pieces } = section;
  const [first] = pieces;
  if (first === undefined) return heading;
  const forms = [heading, ...shortHeadings];
  const least = heights(first.key) + LEAST_BETWEEN;
  return forms.find((form) => heights(form.key) + least <= height) ?? forms.at(-1) ?? heading;
}

/** Pixels that stay free between a heading and what is under it, whatever the gap. */
const LEAST_BETWEEN = 16;

function fits(pieces: readonly Piece[], heights: Heights, limits: Limits, room: number): boolean {
  const total = (some: readonly Piece[]): number =>
    some.reduce((sum, piece) => sum + heights(piece.key) + limits.gap, 0);
  const firstTarget = pieces.findIndex((piece) => piece.targets > 0);
  const withinReach = firstTarget < 0 || total(pieces.slice(firstTarget)) <= limits.reach;
  const targets = pieces.reduce((sum, piece) => sum + piece.targets, 0);
  const text = pieces.reduce((sum, piece) => sum + textCost(textOf(piece)), 0);
  return total(pieces) <= room && withinReach && targets <= limits.targets && text <= limits.text;
}

/** What one reads in a piece. */
export function textOf({ text = "" }: Piece): string {
  return text;
}
