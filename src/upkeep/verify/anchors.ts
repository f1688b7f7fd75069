import { readSource, type SourceText } from "./text.ts";

/** What is looked for: a clause with the words by which it is found. */
export interface Sought {
  readonly clause: string;
  readonly heading: string;
}

/** Where a clause stands in the plain text. */
export interface Anchor {
  /** Where its own number or its heading begins: here the clause before it ends. */
  readonly from: number;
  /** Where its heading begins. */
  readonly heading: number;
  /** Where its words begin: behind its own number, should the heading begin with that. */
  readonly words: number;
}

/** A heading's possible place in the compact text, and how much speaks for it. */
interface Candidate extends Anchor {
  readonly clause: number;
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/** The best chain of candidates that ends with this one. */
interface Chain {
  readonly last: Candidate;
  readonly before: Chain | null;
  readonly score: number;
}

/** Being found at all counts most, then standing behind the clause's own number, then beginning a line. */
const WEIGHT = { found: 100, numbered: 10, beginsLine: 3 } as const;
/** A heading that occurs more often is no heading. */
const MOST_CANDIDATES = 100;

/**
 * Finds every clause's heading, in the order of the clauses: of all ways to place them one after the other, the one in
 * which most are found and most stand where headings stand. Null for a clause that is not found in its place.
 */
export function findAnchors(sought: readonly Sought[], source: SourceText): readonly (Anchor | null)[] {
  const found = new Map<number, Anchor>();
  let chain: Chain | null = bestChain(sought, source);
  for (; chain !== null; chain = chain.before) found.set(chain.last.clause, chain.last);
  return sought.map((_, index) => found.get(index) ?? null);
}

/** `frontier` holds the chains worth continuing: each ends later and scores higher than the one before it. */
function bestChain(sought: readonly Sought[], source: SourceText): Chain | null {
  let frontier: readonly Chain[] = [];
  for (const [clause, wanted] of sought.entries()) {
    const before = frontier;
    const chains = candidates(clause, wanted, source).map((last): Chain => {
      const best = before.filter((chain) => chain.last.end <= last.start).at(-1) ?? null;
      return { last, before: best, score: last.weight + (best?.score ?? 0) };
    });
    if (chains.length > 0) frontier = worthContinuing([...before, ...chains]);
  }
  return frontier.at(-1) ?? null;
}

function worthContinuing(chains: readonly Chain[]): readonly Chain[] {
  const kept: Chain[] = [];
  for (const chain of [...chains].sort((a, b) => a.last.end - b.last.end || b.score - a.score))
    if (chain.score > (kept.at(-1)?.score ?? 0)) kept.push(chain);
  return kept;
}

function candidates(clause: number, wanted: Sought, source: SourceText): readonly Candidate[] {
  const words = readSource(wanted.heading).compact;
  const number = ownNumber(wanted.clause);
  return occurrences(words, source.compact).map((start) => {
    const heading = source.at[start] ?? 0;
    const before = behind(number).exec(source.text.slice(Math.max(0, heading - LONGEST_NUMBER), heading));
    const from = before ? heading - before[0].length : heading;
    const within = before === null && words.startsWith(number) ? behindNumber(start, number, source) : null;
    const weight =
      WEIGHT.found +
      (before !== null || within !== null ? WEIGHT.numbered : 0) +
      (beginsLine(source.text, from) ? WEIGHT.beginsLine : 0);
    return { clause, start, end: start + words.length, heading, from, words: within ?? heading, weight };
  });
}

function occurrences(words: string, compact: string): readonly number[] {
  const found: number[] = [];
  let start = words === "" ? -1 : compact.indexOf(words);
  for (; start >= 0 && found.length < MOST_CANDIDATES; start = compact.indexOf(words, start + 1))
    found.push(start);
  return found;
}

/** Where the text goes on behind the number with which a heading begins; null when more digits follow at once, as in 65 for 6. */
function behindNumber(start: number, number: string, { at, text }: SourceText): number | null {
  const end = (at[start + number.length - 1] ?? 0) + 1;
  return /\d$/u.test(number) && /^\.?\d/u.test(text.slice(end, end + 2)) ? null : end;
}

/** A clause's own number with the blanks around it is shorter. */
const LONGEST_NUMBER = 40;

/** The last part of a clause's name, which stands before its heading: 8 of 二（三）8, (三) of 二（三）, 附件2 of 附件2. */
function ownNumber(clause: string): string {
  const name = clause.normalize("NFKC").split("·").at(-1) ?? "";
  return /(?:附件|附表|表)?\d+(?:-\d+)?$|\([^()]+\)$|[一二三四五六七八九十]+$/u.exec(name)?.[0] ?? name;
}

/** A clause's number at the end of what stands before the heading, as in `8.` or `附件 2`. */
function behind(number: string): RegExp {
  const spaced = [...number]
    .map((character) => character.replace(/[().+*?^$[\]{}|\\]/u, "\\$&"))
    .join("\\s*");
  return new RegExp(`(?<![\\d.一二三四五六七八九十])${spaced}[.、:\\s*#|"'“‘]*$`, "u");
}

function beginsLine(text: string, index: number): boolean {
  const line = text.slice(text.lastIndexOf("\n", index - 1) + 1, index);
  return /^[\s*#|"'“‘\d.、()一二三四五六七八九十-]*$/u.test(line);
}
