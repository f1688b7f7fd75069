import type { Graph } from "./crawl.ts";
import { factsToFind } from "./facts.ts";
import type { Setting } from "./spot.ts";

/** Candidates and tools of the hand, which come and go while one writes. */
export const WRITING = /^(offer-|undo$|clear$|erase$)/;
/** Other buttons that are no choice: digits, the scripts of the first screen, the bar, and turning pages. */
const NO_CHOICE = /^(key-|language-|bar-|previous$|next$)/;

/** Choices among the buttons of a page: what is not the bar, the row that turns pages, a script or a digit. */
export function choicesAmong(names: readonly string[]): readonly string[] {
  return names.filter((name) => !NO_CHOICE.test(name) && !WRITING.test(name));
}

/** The figures of a crawl, as the tests print them. */
export function figuresOf(graph: Graph, { engine }: Setting) {
  const { screens, edges, facts, outcomes, answers } = graph;
  const pages = [...screens.values()].flatMap(({ shown }) => shown.pages);
  const taps = factsToFind(engine.bundle).map(
    (fact) => facts.get(fact)?.path.length ?? Number.POSITIVE_INFINITY,
  );
  return {
    screens: screens.size,
    "taps followed": edges,
    outcomes: outcomes.size,
    answers: answers.size,
    "most choices": Math.max(...pages.map((names) => choicesAmong(names).length)),
    facts: taps.length,
    "most taps to a fact": Math.max(...taps),
    "median taps to a fact": medianOf(taps),
  };
}

/** The middle of some numbers, the higher one of two. */
export function medianOf(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}
