import type { PhraseKey } from "../knowledge/ids.generated.ts";
import type { Day, FactDefinition, Office } from "../knowledge/types.ts";
import { asText } from "../message/text.ts";
import type { Block, Choice, Phone, Reply } from "../message/types.ts";
import { decisionCard, infoCard, whyNotBlock } from "./cards.ts";
import type { Draft, DraftChoice } from "./draft.ts";
import { facilityCard } from "./facility.ts";
import { topicBlock } from "./topic.ts";
import { local, type Voice, words } from "./words.ts";

function choice(voice: Voice, draft: DraftChoice): Choice {
  const text =
    "key" in draft.label
      ? voice.say(draft.label.key, words(voice, draft.label.parameters))
      : local(voice, draft.label);
  return { id: draft.id, text };
}

/** Closed answers of a fact; counties for a place; “not sure” always last, because not knowing is allowed. */
function factChoices(voice: Voice, fact: FactDefinition): readonly Choice[] {
  const unsure: Choice = { id: `fact:${fact.id}=?`, text: voice.say("ask.unsure") };
  if (fact.kind === "place") {
    const places = [...voice.knowledge.places.values()];
    const counties = [
      ...places.filter((place) => place.level === "county"),
      ...places.filter((place) => place.level === "elsewhere"),
    ];
    return [
      ...counties.map((place) => ({ id: `fact:${fact.id}=${place.code}`, text: local(voice, place.name) })),
      unsure,
    ];
  }
  return [
    ...fact.choices.map((one) => ({ id: `fact:${fact.id}=${one.value}`, text: local(voice, one.text) })),
    unsure,
  ];
}

function askBlock(voice: Voice, draft: Extract<Draft, { kind: "ask" }>): readonly Block[] {
  const fact = voice.knowledge.facts.get(draft.fact);
  if (!fact) return [];
  const entry = fact.kind === "number" ? "number" : fact.kind === "place" ? "place" : "choice";
  const choices = [...draft.first.map((one) => choice(voice, one)), ...factChoices(voice, fact)];
  return [
    {
      kind: "ask",
      fact: fact.id,
      text: local(voice, fact.question[draft.of]),
      why: local(voice, fact.why),
      choices,
      entry,
    },
  ];
}

function phone(voice: Voice, office: Office): readonly Phone[] {
  return office.phone === null ? [] : [{ label: local(voice, office.name), number: office.phone }];
}

/** Offices without a number are named in the sentence; those with one become lines to call. */
function handoffBlock(voice: Voice, draft: Extract<Draft, { kind: "handoff" }>): Block {
  const offices = draft.offices
    .filter((office) => office.phone === null)
    .map((office) => local(voice, office.name));
  const text = voice.say(draft.key as PhraseKey, {
    ...words(voice, draft.parameters),
    offices: offices.join(voice.say("list.separator")),
  });
  return { kind: "handoff", text, phones: draft.offices.flatMap((office) => phone(voice, office)) };
}

function blocksOf(voice: Voice, draft: Draft, asOf: Day): readonly Block[] {
  switch (draft.kind) {
    case "say":
      return [{ kind: "say", key: draft.key, text: voice.say(draft.key, words(voice, draft.parameters)) }];
    case "ask":
      return askBlock(voice, draft);
    case "ask-want":
      return [
        {
          kind: "ask",
          fact: null,
          text: voice.say(draft.key, words(voice, draft.parameters)),
          why: null,
          choices: draft.choices.map((one) => choice(voice, one)),
          entry: draft.entry,
        },
      ];
    case "benefit":
      return [decisionCard(voice, draft, asOf)];
    case "benefit-info":
      return [infoCard(voice, draft)];
    case "facility":
      return [facilityCard(voice, draft.ranked)];
    case "topic":
      return [topicBlock(voice, draft, asOf)];
    case "why-not":
      return [whyNotBlock(voice, draft.decisions)];
    case "handoff":
      return [handoffBlock(voice, draft)];
    case "emergency":
      return [
        { kind: "emergency", number: draft.number, text: voice.say(draft.key, { number: draft.number }) },
      ];
    case "choices":
      return [
        {
          kind: "choices",
          text: voice.say(draft.key),
          choices: draft.choices.map((one) => choice(voice, one)),
        },
      ];
  }
}

/** Drafts as a reply: blocks with finished text, and the whole as plain text. */
export function render(voice: Voice, drafts: readonly Draft[], asOf: Day): Reply {
  const blocks = drafts.flatMap((draft) => blocksOf(voice, draft, asOf));
  return { blocks, text: asText(blocks) };
}
