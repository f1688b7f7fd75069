import { beforeAll, describe, expect, it } from "vitest";
import {
  type Block,
  createEngine,
  type Entitlement,
  type Facts,
  type FactValue,
} from "../../src/engine/index.ts";
import { factsOf, readPersonas } from "../personas/persona.ts";
import { realBundle } from "../real-bundle.ts";
import { entries, type Shown, sentences, tooLong, tooLongOnAverage, withoutCitations } from "./sentences.ts";

/** What people read in the end, with every parameter filled in: for all personas, outcomes, topics and kinds of place. */
const TODAY = "2026-11-22";
const bundle = realBundle();
const engine = createEngine(bundle);
const personas = readPersonas("test/personas");
const say = bundle.phrases["zh-Hans"];
const COUNTIES = bundle.places.filter(({ level }) => level === "county").map(({ code }) => code);

const ANSWERS_OF_NO: readonly (readonly [string, FactValue])[] = [
  ...bundle.facts.filter((fact) => fact.kind === "boolean").map((fact) => [fact.id, false] as const),
  ["care-need", "none"],
  ["disability-level", "none"],
];

/**
 * Lines that list things instead of saying sentences; those of a county are its sums, one for each group. What is
 * said with names or with all that is known of a person is such a list, too, and so are the reasons against.
 */
const LISTS = new Set([
  ...["label.who", "label.amount", "label.bring", "label.need", "label.services"].map((key) => say[key]),
  ...bundle.places.filter(({ code }) => COUNTIES.includes(code)).map(({ name }) => name["zh-Hans"]),
]);
const CITATION = say["label.source"];

interface Told {
  readonly sentences: readonly Shown[];
  readonly lists: readonly Shown[];
}

function ofDecision({ benefit, because, confirm, apply, gaps, selfCheck }: Entitlement): readonly Shown[] {
  const of = (kind: string, texts: readonly string[]): readonly Shown[] =>
    texts.map((text) => ({ kind, at: benefit, text }));
  return [
    ...of(
      "reasons",
      because.map(({ text }) => text),
    ),
    ...of("confirm", confirm),
    ...of("steps", apply.steps === null ? [] : [apply.steps]),
    ...of("gaps", [...gaps, ...selfCheck]),
  ];
}

function ofLines(kind: string, at: string, lines: Extract<Block, { kind: "benefit" }>["lines"]): Told {
  const told = lines
    .filter(({ label }) => label !== CITATION)
    .map(({ label, text }) => ({ kind: `${kind}/lines`, at: `${at} ${label}`, text, label }));
  const isList = ({ label }: { readonly label: string }) => kind === "benefit" && LISTS.has(label);
  return { sentences: told.filter((line) => !isList(line)), lists: told.filter(isList) };
}

function ofBlock(block: Block): Told {
  const one = (kind: string, at: string, ...texts: readonly string[]): readonly Shown[] =>
    texts.map((text) => ({ kind, at, text }));
  switch (block.kind) {
    case "benefit": {
      const lines = ofLines("benefit", block.benefit, block.lines);
      const own = one("benefit", block.benefit, block.verdict, block.summary, ...block.why);
      return { ...lines, sentences: [...own, ...lines.sentences] };
    }
    case "topic": {
      const lines = ofLines("topic", block.topic, block.lines);
      return { ...lines, sentences: [...one("topic", block.topic, block.text), ...lines.sentences] };
    }
    case "facility": {
      const lines = ofLines("facility", block.id, block.lines);
      return { ...lines, sentences: [...one("facility", block.id, block.state), ...lines.sentences] };
    }
    case "why":
      return { sentences: [], lists: one("why-not", block.title, ...block.reasons) };
    case "ask":
      return { sentences: one("ask", block.fact ?? "", block.text, block.why ?? ""), lists: [] };
    case "say":
      return /\{\{(known|names)\}\}/u.test(say[block.key] ?? "")
        ? { sentences: [], lists: one("say", block.key, block.text) }
        : { sentences: one("say", block.key, block.text), lists: [] };
    case "handoff":
    case "emergency":
    case "choices":
      return { sentences: one(block.kind, block.text, block.text), lists: [] };
  }
}

/** What the engine says to this person when they tap these choices one after the other. */
function answer(facts: Facts, day: string, ...choices: readonly string[]): readonly Block[] {
  const context = { now: `${day}T10:30:00+08:00`, language: "zh-Hans" } as const;
  const { state } = engine.turn(null, { kind: "choice", id: "start" }, context);
  let knowing = { ...state, people: { [state.about]: facts } };
  return choices.flatMap((id) => {
    const turn = engine.turn(knowing, { kind: "choice", id }, context);
    knowing = turn.state;
    return turn.reply.blocks;
  });
}

/** Decisions of all personas, and for every different card one person who gets it. */
function decided(): { readonly all: readonly Entitlement[]; readonly cards: readonly Block[] } {
  const all: Entitlement[] = [];
  const seen = new Map<string, () => readonly Block[]>();
  for (const persona of personas) {
    const facts = factsOf(persona, ANSWERS_OF_NO, (told) => engine.checkFacts(told).length === 0);
    const day = persona["as-of"];
    for (const one of engine.determine(facts, day, "zh-Hans").entitlements) {
      all.push(one);
      const { benefit, provision, outcome, confirm, missing, amount } = one;
      const card = JSON.stringify([benefit, provision, outcome, confirm, missing, amount]);
      seen.set(card, () => answer(facts, day, `benefit:${benefit}`));
    }
    seen.set(`entitlements ${persona.name}`, () => answer(facts, day, "intent:entitlements", "why-not"));
  }
  return { all, cards: [...seen.values()].flatMap((make) => make()) };
}

/** What is said to somebody of whom nothing is known but the county, and of every kind of place there. */
function inGeneral(): readonly Block[] {
  return [
    ...bundle.benefits.flatMap(({ id }) => [
      ...answer({}, TODAY, `benefit:${id}`),
      ...answer({}, TODAY, `howto:${id}`),
    ]),
    ...bundle.topics.flatMap(({ id }) => answer({}, TODAY, `topic:${id}`)),
    ...COUNTIES.flatMap((county) =>
      bundle.facilityTypes.flatMap(({ id }) =>
        answer({ hukou: county, residence: county }, TODAY, `intent:facility_nearest:${id}`),
      ),
    ),
  ];
}

describe("the finished texts", () => {
  let outcomes: ReadonlySet<string> = new Set();
  let blocks: readonly Block[] = [];
  let told: readonly Shown[] = [];
  let lists: readonly Shown[] = [];

  beforeAll(() => {
    const { all, cards } = decided();
    outcomes = new Set(all.map(({ outcome }) => outcome));
    blocks = [...cards, ...inGeneral()];
    const parts = blocks.map(ofBlock);
    const unique = (shown: readonly Shown[]): readonly Shown[] => {
      const texts = shown.map((one) => ({ ...one, text: withoutCitations(one.text) }));
      return [...new Map(texts.map((one) => [`${one.kind} ${one.text}`, one])).values()];
    };
    told = unique([...all.flatMap(ofDecision), ...parts.flatMap((part) => part.sentences)]);
    lists = unique(parts.flatMap((part) => part.lists));
  }, 180_000);

  it("are of every outcome and every kind of block", () => {
    expect(outcomes).toEqual(new Set(["yes", "no", "unknown", "confirm"]));
    expect(new Set(blocks.map(({ kind }) => kind))).toEqual(
      new Set(["say", "ask", "benefit", "facility", "topic", "handoff", "choices", "why"]),
    );
    expect(told.flatMap(({ text }) => sentences(text)).length).toBeGreaterThan(2000);
  });

  it("have no more than 28 Hanzi a sentence", () => {
    expect(tooLong(told)).toEqual([]);
  });

  it("have no more than 18 Hanzi a sentence on average, in every kind", () => {
    expect(tooLongOnAverage(told)).toEqual([]);
  });

  it("name no more than 28 Hanzi at a time where they list things, sums or people", () => {
    expect(lists.length).toBeGreaterThan(100);
    expect(tooLong(lists, entries)).toEqual([]);
    expect(tooLongOnAverage(lists, entries)).toEqual([]);
  });
});
