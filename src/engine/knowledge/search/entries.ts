import type { Knowledge } from "../knowledge.ts";
import { isWithin, placePath } from "../places.ts";
import type {
  Benefit,
  Condition,
  Facility,
  LocalText,
  OutlineClause,
  PlaceCode,
  PolicyDocument,
  Provision,
  Topic,
} from "../types.ts";
import { factToken, placeToken } from "./meanings.ts";

/** What can be looked up. */
export type EntryKind = "benefit" | "provision" | "topic" | "facility" | "document";

/** The thing of the knowledge behind an entry. A document is found as a whole (`clause` null) or by one of its clauses. */
export type Subject =
  | { readonly kind: "benefit"; readonly benefit: Benefit }
  | { readonly kind: "provision"; readonly benefit: Benefit; readonly provision: Provision }
  | { readonly kind: "topic"; readonly topic: Topic }
  | { readonly kind: "facility"; readonly facility: Facility }
  | { readonly kind: "document"; readonly document: PolicyDocument; readonly clause: OutlineClause | null };

/** One thing to be found, and the words it is found by. */
export interface Entry {
  readonly subject: Subject;
  /** Id of the hit; a provision's is `benefit/provision`. Clauses of one document share the document's. */
  readonly id: string;
  /** What it is called: each name is compared with the query as a whole. */
  readonly names: readonly string[];
  /** What is said of it, with how much that counts. */
  readonly texts: readonly { readonly weight: number; readonly words: readonly string[] }[];
  /** Meanings that no text spells out: facts that its conditions ask for, ages from which it holds. */
  readonly meanings: readonly string[];
  /** Whether it holds for, or lies in, the county. */
  appliesIn(county: PlaceCode): boolean;
}

/** How much the text of a thing counts: what it is, then where and how, then what clauses say of it. */
const WEIGHT = { main: 1, detail: 0.35, clause: 0.2 } as const;
/** Facts about where somebody belongs are in every condition and tell nothing apart. */
const EVERYWHERE = new Set(["hukou", "residence", "age"]);

/** Everything the adviser's look-up searches, in the bundle's order. */
export function entriesOf(knowledge: Knowledge): readonly Entry[] {
  const { benefits, topics, facilities, documents, outlines } = knowledge.bundle;
  const said = statementsByEntry(knowledge);
  const clauses = new Map(outlines.map((outline) => [outline.document, outline.clauses]));
  return [
    ...benefits.flatMap((benefit) => [
      benefitEntry(knowledge, benefit, said),
      ...benefit.provisions.map((provision) => provisionEntry(knowledge, benefit, provision)),
    ]),
    ...topics.map((topic) => topicEntry(knowledge, topic, said)),
    ...facilities.map((facility) => facilityEntry(knowledge, facility)),
    ...documents.flatMap((document) => [
      documentEntry(knowledge, document),
      ...(clauses.get(document.id) ?? []).map((clause) => clauseEntry(knowledge, document, clause)),
    ]),
  ];
}

type Statements = ReadonlyMap<string, readonly string[]>;

/** What clauses of documents say, by the entry that answers for it; a provision's stands with its benefit. */
function statementsByEntry({ bundle }: Knowledge): Statements {
  const said = new Map<string, string[]>();
  for (const { says } of bundle.outlines.flatMap((outline) => outline.clauses)) {
    for (const { what, by } of says) {
      for (const name of new Set(by.map((one) => one.split("/")[0] ?? one)))
        said.set(name, [...(said.get(name) ?? []), ...every(what)]);
    }
  }
  return said;
}

function benefitEntry(knowledge: Knowledge, benefit: Benefit, said: Statements): Entry {
  const { id, name, also, summary, provisions, apply } = benefit;
  const details = provisions.flatMap(({ note, selfCheck, gaps, amounts }) => [
    ...[note, ...selfCheck, ...gaps, ...amounts.map(({ label }) => label)].flatMap((text) => every(text)),
  ]);
  return {
    subject: { kind: "benefit", benefit },
    id,
    names: [...every(name), ...Object.values(also).flat(), ...vocabularyWords(knowledge, "benefit", id)],
    texts: [
      { weight: WEIGHT.main, words: every(summary) },
      { weight: WEIGHT.detail, words: [...details, ...every(apply.steps)] },
      { weight: WEIGHT.clause, words: said.get(id) ?? [] },
    ],
    meanings: [
      ...new Set(
        provisions.flatMap(({ who, jurisdiction }) => [...meaningsIn(who), placeToken(jurisdiction)]),
      ),
    ],
    appliesIn: (county) => provisions.some((one) => holdsIn(knowledge, county, one.jurisdiction)),
  };
}

function provisionEntry(knowledge: Knowledge, benefit: Benefit, provision: Provision): Entry {
  const { jurisdiction, sources, note, selfCheck, gaps } = provision;
  const place = knowledge.places.get(jurisdiction);
  const document = knowledge.documents.get(sources[0]?.document ?? "");
  return {
    subject: { kind: "provision", benefit, provision },
    id: `${benefit.id}/${provision.id}`,
    names: [],
    texts: [
      { weight: WEIGHT.main, words: [...every(place?.name), ...(place?.also ?? [])] },
      { weight: WEIGHT.main, words: [...every(note), document?.title ?? "", document?.number ?? ""] },
      { weight: WEIGHT.detail, words: [...selfCheck, ...gaps].flatMap(every) },
      { weight: WEIGHT.detail, words: sources.map(({ clause }) => clause) },
    ],
    meanings: [...meaningsIn(provision.who), placeToken(jurisdiction)],
    appliesIn: (county) => holdsIn(knowledge, county, jurisdiction),
  };
}

function topicEntry(knowledge: Knowledge, topic: Topic, said: Statements): Entry {
  const { id, name, also, answers } = topic;
  return {
    subject: { kind: "topic", topic },
    id,
    names: [...every(name), ...Object.values(also).flat(), ...vocabularyWords(knowledge, "topic", id)],
    texts: [
      { weight: WEIGHT.main, words: answers.flatMap(({ text }) => every(text)) },
      { weight: WEIGHT.clause, words: said.get(id) ?? [] },
    ],
    meanings: [...new Set(answers.map(({ jurisdiction }) => placeToken(jurisdiction)))],
    appliesIn: (county) => answers.some((answer) => holdsIn(knowledge, county, answer.jurisdiction)),
  };
}

function facilityEntry(knowledge: Knowledge, facility: Facility): Entry {
  const { id, name, place, address, note, services } = facility;
  const type = knowledge.types.get(facility.type);
  const path = place === null ? [] : placePath(knowledge, place);
  return {
    subject: { kind: "facility", facility },
    id,
    names: every(name),
    texts: [
      { weight: WEIGHT.main, words: every(type?.name) },
      { weight: WEIGHT.main, words: path.slice(0, -1).flatMap((one) => every(one.name)) },
      { weight: WEIGHT.detail, words: [address ?? "", note ?? "", ...services] },
    ],
    meanings: [`@type:${facility.type}`],
    appliesIn: (county) => place !== null && isWithin(knowledge, place, county),
  };
}

function documentEntry(knowledge: Knowledge, document: PolicyDocument): Entry {
  const { id, title, number, issuer, issued, jurisdiction } = document;
  return {
    subject: { kind: "document", document, clause: null },
    id,
    names: [title, number ?? "", id, ...vocabularyWords(knowledge, "document", id)].filter(Boolean),
    texts: [{ weight: WEIGHT.detail, words: [issuer ?? "", issued ?? ""] }],
    meanings: [placeToken(jurisdiction)],
    appliesIn: (county) => holdsIn(knowledge, county, jurisdiction),
  };
}

function clauseEntry(knowledge: Knowledge, document: PolicyDocument, clause: OutlineClause): Entry {
  const { heading, about, says } = clause;
  return {
    subject: { kind: "document", document, clause },
    id: document.id,
    names: [],
    texts: [
      { weight: WEIGHT.main, words: [heading, ...every(about), clause.clause, document.title] },
      { weight: WEIGHT.detail, words: says.flatMap(({ what }) => every(what)) },
    ],
    meanings: [placeToken(document.jurisdiction)],
    appliesIn: (county) => holdsIn(knowledge, county, document.jurisdiction),
  };
}

/** Meaning tokens of a condition: its facts, and the ages from which it holds. */
function meaningsIn(condition: Condition): readonly string[] {
  if ("all" in condition) return condition.all.flatMap(meaningsIn);
  if ("any" in condition) return condition.any.flatMap(meaningsIn);
  if ("not" in condition) return [];
  if ("belongs" in condition) return [];
  if ("at-least" in condition && condition.fact === "age") return [`@age:${condition["at-least"]}`];
  return EVERYWHERE.has(condition.fact) ? [] : [factToken(condition.fact)];
}

/** Words of the vocabulary for an entry: what it is called, and how people ask for it. */
function vocabularyWords({ bundle }: Knowledge, kind: string, id: string): readonly string[] {
  const { vocabulary, lookUp } = bundle;
  return [...(vocabulary.concepts[`${kind}:${id}`] ?? []), ...(lookUp[`ask:${kind}/${id}`] ?? [])];
}

/** A jurisdiction holds in a county when it is the county, lies in it, or contains it. */
export function holdsIn(knowledge: Knowledge, county: PlaceCode, jurisdiction: PlaceCode): boolean {
  return isWithin(knowledge, county, jurisdiction) || isWithin(knowledge, jurisdiction, county);
}

function every(text: LocalText | null | undefined): readonly string[] {
  return text ? [...new Set(Object.values(text))] : [];
}
