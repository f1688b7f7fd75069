import type { Day, Topic } from "../knowledge/types.ts";
import type { Block, Line } from "../message/types.ts";
import type { Draft } from "./draft.ts";
import { sayPeriod, saySource, sources } from "./sources.ts";
import { local, sayPlace, type Voice } from "./words.ts";

type TopicAnswer = Topic["answers"][number];

/** Until when it holds and where it stands, e.g. for the one answer there is. */
function ownLines(voice: Voice, answer: TopicAnswer, asOf: Day): readonly Line[] {
  return [
    { label: voice.say("label.period"), text: sayPeriod(voice, answer.period, asOf) },
    ...sources(voice, answer.sources).map((source) => ({
      label: voice.say("label.source"),
      text: saySource(voice, source),
    })),
  ];
}

/** One of several answers as a line of its place, so that each keeps its own period and source. */
function placeLine(voice: Voice, answer: TopicAnswer, asOf: Day): Line {
  const cited = sources(voice, answer.sources).map((source) => saySource(voice, source));
  return {
    label: sayPlace(voice, answer.jurisdiction),
    text: voice.say("topic.with-source", {
      text: local(voice, answer.text),
      period: sayPeriod(voice, answer.period, asOf),
      source: cited.join(voice.say("source.separator")),
    }),
  };
}

/** Answers for the person's places; all of them where no place is known, or none is of theirs. */
function answersOf({ topic, jurisdictions }: Extract<Draft, { kind: "topic" }>): readonly TopicAnswer[] {
  if (jurisdictions === null) return topic.answers;
  const here = topic.answers.filter((answer) => jurisdictions.includes(answer.jurisdiction));
  return here.length > 0 ? here : topic.answers;
}

/** A topic as a block: what each document says, by place, and who can tell how it is now. */
export function topicBlock(voice: Voice, draft: Extract<Draft, { kind: "topic" }>, asOf: Day): Block {
  const { topic, office } = draft;
  const answers = answersOf(draft);
  const [only, ...others] = answers;
  const isSingle = only !== undefined && others.length === 0;
  const told = isSingle
    ? ownLines(voice, only, asOf)
    : answers.map((answer) => placeLine(voice, answer, asOf));
  const ask = office && {
    label: voice.say("label.confirm"),
    text: voice.say("topic.ask", { office: local(voice, office.name) }),
  };
  return {
    kind: "topic",
    topic: topic.id,
    title: local(voice, topic.name),
    text: isSingle ? local(voice, only.text) : voice.say("topic.by-place"),
    lines: [...told, ...(ask ? [ask] : [])],
    sources: sources(
      voice,
      answers.flatMap((answer) => answer.sources),
    ),
  };
}
