import type { Benefit, Bundle, Citation } from "../../engine/knowledge/types.ts";
import { WHOLE_DOCUMENT } from "./citations.ts";

/** What of the knowledge can answer for a statement of a document. */
export type Answering = Pick<Bundle, "benefits" | "topics" | "facilities">;

/** One provision, one answer of a topic, or one facility: a set of figures with the clauses they come from. */
export interface Entry {
  /** As outlines name it: `benefit/provision`, or the id of the topic or facility; the answers of a topic share one. */
  readonly name: string;
  readonly sources: readonly Citation[];
  readonly figures: readonly number[];
}

/** A facility states no figures: its prices and hours are words of their own. */
const NO_FIGURES: readonly number[] = [];

/** Every entry, in the order of the knowledge. */
export function entriesOf({ benefits, topics, facilities }: Answering): readonly Entry[] {
  return [
    ...benefits.flatMap(provisionsOf),
    ...topics.flatMap(({ id, answers }) =>
      answers.map(({ sources, figures }) => ({ name: id, sources, figures })),
    ),
    ...facilities.map(({ id, sources }) => ({ name: id, sources, figures: NO_FIGURES })),
  ];
}

function provisionsOf({ id, provisions }: Benefit): readonly Entry[] {
  return provisions.map((provision) => ({
    name: `${id}/${provision.id}`,
    sources: provision.sources,
    figures: provision.figures,
  }));
}

/**
 * The single clauses of a citation; none where it means the whole document.
 *
 * @example clausesOf({ document: "x", clause: "二（三）1；附件2·7" }) // ["二（三）1", "附件2·7"]
 */
export function clausesOf({ clause }: Citation): readonly string[] {
  return clause
    .split("；")
    .map((part) => part.trim())
    .filter((part) => part !== "" && part !== WHOLE_DOCUMENT);
}
