import type { Piece, Section } from "./section.ts";

/** One page: a section's heading and those of its pieces that fit below it. */
export interface Page {
  readonly section: Section;
  readonly heading: Piece;
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
}

/** Height of a piece or heading by its key. */
export type Heights = (key: string) => number;

/**
 * Lays sections out into pages without scrolling: pieces go on a page while they fit, in order; a piece that
 * fits on no page stands alone. Every section starts on a new page and has at least one. A list of many buttons
 * has the short heading when that saves a page.
 */
export function paginate(sections: readonly Section[], heights: Heights, limits: Limits): readonly Page[] {
  return sections.flatMap((section) => pagesOf(section, heights, limits));
}

function pagesOf(section: Section, heights: Heights, limits: Limits): readonly Page[] {
  const below = section.always.reduce((sum, piece) => sum + heights(piece.key) + limits.gap, 0);
  const heading = headingThatFits(section, heights, limits.height - below - limits.gap);
  const pages = pagesUnder(heading, section, heights, limits);
  const { shortHeading, targets } = section;
  if (shortHeading === undefined || targets === undefined || pages.length === 1) return pages;
  const shorter = pagesUnder(shortHeading, section, heights, limits);
  return shorter.length < pages.length ? shorter : pages;
}

function pagesUnder(heading: Piece, section: Section, heights: Heights, limits: Limits): readonly Page[] {
  const below = section.always.reduce((sum, piece) => sum + heights(piece.key) + limits.gap, 0);
  const room = limits.height - heights(heading.key) - below;
  const within = { ...limits, reach: limits.reach - below, targets: section.targets ?? limits.targets };
  const pages: Piece[][] = [[]];
  for (const piece of section.pieces) {
    const page = pages.at(-1) ?? [];
    if (page.length === 0 || fits([...page, piece], heights, within, room)) page.push(piece);
    else pages.push([piece]);
  }
  return pages.map((pieces) => ({ section, heading, pieces }));
}

function headingThatFits(section: Section, heights: Heights, height: number): Piece {
  const { heading, shortHeading, pieces } = section;
  const [first] = pieces;
  if (shortHeading === undefined || first === undefined) return heading;
  return heights(heading.key) + heights(first.key) <= height ? heading : shortHeading;
}

function fits(pieces: readonly Piece[], heights: Heights, limits: Limits, room: number): boolean {
  const total = (some: readonly Piece[]): number =>
    some.reduce((sum, piece) => sum + heights(piece.key) + limits.gap, 0);
  const firstTarget = pieces.findIndex((piece) => piece.targets > 0);
  const withinReach = firstTarget < 0 || total(pieces.slice(firstTarget)) <= limits.reach;
  const targets = pieces.reduce((sum, piece) => sum + piece.targets, 0);
  return total(pieces) <= room && withinReach && targets <= limits.targets;
}
