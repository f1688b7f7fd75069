import { sourceOf } from "../knowledge/index.ts";
import type { Citation, Day, Period } from "../knowledge/types.ts";
import type { Source } from "../message/types.ts";
import { sayDay, type Voice } from "./words.ts";

/** Citations as sources, each document and clause once, in the order in which they decide. */
export function sources(voice: Voice, citations: readonly Citation[]): readonly Source[] {
  const seen = new Set<string>();
  return citations
    .filter(({ document, clause }) => {
      const key = `${document} ${clause}`;
      return seen.has(key) ? false : seen.add(key) !== undefined;
    })
    .map((citation) => sourceOf(voice.knowledge, citation));
}

/** Policies are cited with number and clause, pages by title; both with the day issued and the day checked. */
export function saySource(voice: Voice, source: Source): string {
  const issued =
    source.issued === null
      ? voice.say("source.undated")
      : voice.say("source.issued", { day: sayDay(voice, source.issued) });
  const parameters = { title: source.title, issued, checked: sayDay(voice, source.checked) };
  if (source.kind !== "policy") return voice.say("source.page", parameters);
  const { number, clause } = source;
  return number === null
    ? voice.say("source.unnumbered", { ...parameters, clause })
    : voice.say("source.whole", { ...parameters, number, clause });
}

/** The period in words, with its end said when it is over on the day asked. */
export function sayPeriod(voice: Voice, period: Period, asOf: Day): string {
  const { from, to, basis } = period;
  if (basis === "none") return voice.say("period.none");
  if (to === null)
    return basis === "standing"
      ? voice.say("period.standing")
      : from === null
        ? voice.say("period.none")
        : voice.say("period.from", { from: sayDay(voice, from) });
  const span =
    from === null
      ? voice.say("period.to", { to: sayDay(voice, to) })
      : voice.say("period.from-to", { from: sayDay(voice, from), to: sayDay(voice, to) });
  return to < asOf ? voice.say("period.ended", { period: span }) : span;
}
