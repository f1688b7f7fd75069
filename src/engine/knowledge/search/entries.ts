import { type Knowledge, sourceOf } from "../knowledge.ts";
import { isWithin, placePath } from "../places.ts";
import type {
  AmountRule,
  Benefit,
  Citation,
  Facility,
  Language,
  LocalText,
  PlaceCode,
  PolicyDocument,
  Provision,
  Topic,
} from "../types.ts";
import type { KnowledgeHit } from "./search.ts";

/** The clause of a citation that means all of a page or document, as the knowledge writes it. */
const WHOLE_DOCUMENT = "全文";

/** What can be looked up. */
export type EntryKind = "benefit" | "provision" | "topic" | "facility" | "document";

/** One thing to be found: the words it is found by and the hit it becomes. */
export interface Entry {
  readonly kind: EntryKind;
  readonly names: readonly string[];
  readonly also: readonly string[];
  readonly text: readonly string[];
  /** Whether it holds for, or lies in, the county. */
  appliesIn(county: PlaceCode): boolean;
  hit(language: Language): Omit<KnowledgeHit, "score">;
}

/** Everything the adviser's look-up searches, in the bundle's order. */
export function entriesOf(knowledge: Knowledge): readonly Entry[] {
  const { benefits, topics, facilities, documents } = knowledge.bundle;
  return [
    ...benefits.flatMap((benefit) => [
      benefitEntry(knowledge, benefit),
      ...benefit.provisions.map((provision) => provisionEntry(knowledge, benefit, provision)),
    ]),
    ...topics.map((topic) => topicEntry(knowledge, topic)),
    ...facilities.map((facility) => facilityEntry(knowledge, facility)),
    ...documents.map((document) => documentEntry(knowledge, document)),
  ];
}

function benefitEntry(knowledge: Knowledge, benefit: Benefit): Entry {
  const { id, name, summary, provisions } = benefit;
  return {
    kind: "benefit",
    names: every(name),
    also: Object.values(benefit.also).flat(),
    text: every(summary),
    appliesIn: (county) => provisions.some((provision) => holdsIn(knowledge, county, provision.jurisdiction)),
    hit: (language) => ({
      kind: "benefit",
      id,
      title: name[language],
      summary: summary[language],
      amount: null,
      jurisdiction: null,
      sources: cited(
        knowledge,
        provisions.flatMap((provision) => provision.sources.slice(0, 1)),
      ),
    }),
  };
}

function provisionEntry(knowledge: Knowledge, benefit: Benefit, provision: Provision): Entry {
  const { jurisdiction, sources, amounts, note } = provision;
  const place = knowledge.places.get(jurisdiction);
  const document = knowledge.documents.get(sources[0]?.document ?? "");
  const only = amounts.length === 1 ? amounts[0] : undefined;
  return {
    kind: "provision",
    names: every(benefit.name),
    also: [...(place ? every(place.name) : []), document?.title ?? "", document?.number ?? ""],
    text: [
      ...(note ? every(note) : []),
      ...[...provision.selfCheck, ...provision.gaps].flatMap(every),
      ...clauses(sources),
    ],
    appliesIn: (county) => holdsIn(knowledge, county, jurisdiction),
    hit: (language) => ({
      kind: "provision",
      id: `${benefit.id}/${provision.id}`,
      title: [benefit.name[language], place?.name[language] ?? document?.title ?? jurisdiction].join(" · "),
      summary: note?.[language] ?? benefit.summary[language],
      amount: only ? said(only, language) : null,
      jurisdiction,
      sources: cited(knowledge, sources),
    }),
  };
}

function said({ value, unit, bound, goesTo, label }: AmountRule, language: Language): KnowledgeHit["amount"] {
  return { value, unit, bound, goesTo, label: label?.[language] ?? null };
}

function topicEntry(knowledge: Knowledge, topic: Topic): Entry {
  const { id, name, answers } = topic;
  return {
    kind: "topic",
    names: every(name),
    also: Object.values(topic.also).flat(),
    text: answers.flatMap((answer) => every(answer.text)),
    appliesIn: (county) => answers.some((answer) => holdsIn(knowledge, county, answer.jurisdiction)),
    hit: (language) => ({
      kind: "topic",
      id,
      title: name[language],
      summary: answers[0]?.text[language] ?? "",
      amount: null,
      jurisdiction: answers.length === 1 ? (answers[0]?.jurisdiction ?? null) : null,
      sources: cited(
        knowledge,
        answers.flatMap((answer) => answer.sources),
      ),
    }),
  };
}

function facilityEntry(knowledge: Knowledge, facility: Facility): Entry {
  const { id, name, place, address } = facility;
  const type = knowledge.types.get(facility.type);
  const path = place === null ? [] : placePath(knowledge, place);
  return {
    kind: "facility",
    names: every(name),
    also: type ? every(type.name) : [],
    text: [
      address ?? "",
      facility.note ?? "",
      ...facility.services,
      ...path.flatMap((one) => every(one.name)),
    ],
    appliesIn: (county) => place !== null && isWithin(knowledge, place, county),
    hit: (language) => ({
      kind: "facility",
      id,
      title: name[language],
      summary: [type?.name[language], address ?? path[0]?.name[language]].filter(Boolean).join(" · "),
      amount: null,
      jurisdiction: place,
      sources: cited(knowledge, facility.sources),
    }),
  };
}

function documentEntry(knowledge: Knowledge, document: PolicyDocument): Entry {
  const { id, title, number, issuer, jurisdiction } = document;
  return {
    kind: "document",
    names: [title, number ?? ""],
    also: [id],
    text: [issuer ?? "", document.issued ?? ""],
    appliesIn: (county) => holdsIn(knowledge, county, jurisdiction),
    hit: () => ({
      kind: "document",
      id,
      title,
      summary: [number, issuer, document.issued].filter(Boolean).join(" · "),
      amount: null,
      jurisdiction,
      sources: [sourceOf(knowledge, { document: id, clause: WHOLE_DOCUMENT })],
    }),
  };
}

/** A jurisdiction holds in a county when it is the county, lies in it, or contains it. */
function holdsIn(knowledge: Knowledge, county: PlaceCode, jurisdiction: PlaceCode): boolean {
  return isWithin(knowledge, county, jurisdiction) || isWithin(knowledge, jurisdiction, county);
}

function every(text: LocalText): readonly string[] {
  return [...new Set(Object.values(text))];
}

function clauses(citations: readonly Citation[]): readonly string[] {
  return citations.map((citation) => citation.clause);
}

function cited(knowledge: Knowledge, citations: readonly Citation[]): KnowledgeHit["sources"] {
  const distinct = new Map(
    citations.map((citation) => [`${citation.document} ${citation.clause}`, citation]),
  );
  return [...distinct.values()].map((citation) => sourceOf(knowledge, citation));
}
