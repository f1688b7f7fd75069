import { type Knowledge, sourceOf } from "../knowledge.ts";
import { isWithin, jurisdictionRank, placePath } from "../places.ts";
import type {
  AmountRule,
  Benefit,
  Citation,
  Condition,
  Language,
  PlaceCode,
  Provision,
  Topic,
} from "../types.ts";
import type { Asked } from "./asked.ts";
import { type Entry, holdsIn, type Subject } from "./entries.ts";
import { numbersIn, rangesIn } from "./highlight.ts";
import type { SearchIndex } from "./index-of.ts";
import { speakingFor } from "./nearness.ts";
import type { HitAmount, HitFigure, KnowledgeHit } from "./search.ts";
import { isHan } from "./tokens.ts";

/** The clause of a citation that means all of a page or document, as the knowledge writes it. */
const WHOLE_DOCUMENT = "全文";

/** What a hit is made for. */
export interface Asking {
  readonly knowledge: Knowledge;
  readonly language: Language;
  /** The county asked for, or the one that the words name. */
  readonly county: PlaceCode | undefined;
  readonly asked: Asked;
  readonly index: SearchIndex;
}

/** Words that count no more than this only ask. */
const MARKED = 0.38;

type Hit = Omit<KnowledgeHit, "score">;
/** A hit before its words are lifted out; `marked` are the numbers that may be. */
type Plain = Omit<Hit, "highlight" | "kind" | "id"> & { readonly marked: readonly number[] };

/** The entry as it is shown: words, figures that answer, sources, and what to lift out. */
export function hitOf(asking: Asking, { subject, id }: Entry): Hit {
  const { marked, ...plain } = plainHit(asking, subject);
  const { asked, index } = asking;
  const words = [...asked.words].filter(([token, weight]) => isShown(token, weight)).map(([token]) => token);
  const ranges = (text: string) => rangesIn(text, words, marked, index.reading);
  return {
    kind: subject.kind,
    id,
    ...plain,
    highlight: { title: ranges(plain.title), summary: ranges(plain.summary) },
  };
}

/** Words worth lifting out: not meanings or sounds, not single characters, not what only asks. */
function isShown(token: string, weight: number): boolean {
  return !/^[@~]/.test(token) && weight > MARKED && (!isHan(token) || [...token].length > 1);
}

function plainHit(asking: Asking, subject: Subject): Plain {
  if (subject.kind === "benefit") return benefitHit(asking, subject.benefit);
  if (subject.kind === "provision") return provisionHit(asking, subject.benefit, subject.provision);
  if (subject.kind === "topic") return topicHit(asking, subject.topic);
  if (subject.kind === "facility") return facilityHit(asking, subject.facility);
  return documentHit(asking, subject);
}

function benefitHit({ knowledge, language, county }: Asking, benefit: Benefit): Plain {
  const { name, summary, provisions } = benefit;
  const speaking = speakingFor(knowledge, benefit, county);
  return {
    title: name[language],
    summary: summary[language],
    amount: null,
    figures: speaking ? figuresOf(benefit, speaking, language) : [],
    marked: provisions.flatMap(({ figures }) => figures),
    period: null,
    jurisdiction: null,
    sources: cited(
      knowledge,
      provisions.flatMap((provision) => provision.sources.slice(0, 1)),
    ),
  };
}

function provisionHit({ knowledge, language }: Asking, benefit: Benefit, provision: Provision): Plain {
  const { jurisdiction, sources, amounts, note, period } = provision;
  const place = knowledge.places.get(jurisdiction);
  const document = knowledge.documents.get(sources[0]?.document ?? "");
  const only = amounts.length === 1 ? amounts[0] : undefined;
  return {
    title: [benefit.name[language], place?.name[language] ?? document?.title ?? jurisdiction].join(" · "),
    summary: note?.[language] ?? benefit.summary[language],
    amount: only ? said(only, language) : null,
    figures: figuresOf(benefit, provision, language),
    marked: provision.figures,
    period,
    jurisdiction,
    sources: cited(knowledge, sources),
  };
}

function figuresOf(benefit: Benefit, provision: Provision, language: Language): readonly HitFigure[] {
  return provision.amounts.map((amount) => ({
    value: amount.value,
    amount: said(amount, language),
    ages: agesOf(amount.when),
    provision: `${benefit.id}/${provision.id}`,
    jurisdiction: provision.jurisdiction,
  }));
}

/** The ages an amount is for, as far as its condition says so outright. */
function agesOf(when: Condition | null): HitFigure["ages"] {
  if (when === null) return null;
  const parts = "all" in when ? when.all : [when];
  const ages = parts.flatMap((part) =>
    "fact" in part && part.fact === "age" && ("at-least" in part || "below" in part) ? [part] : [],
  );
  const from = ages.find((part) => part["at-least"] !== undefined)?.["at-least"] ?? null;
  const below = ages.find((part) => part.below !== undefined)?.below ?? null;
  return from === null && below === null ? null : { from, below };
}

function said({ value, unit, bound, goesTo, label }: AmountRule, language: Language): HitAmount {
  return { value, unit, bound, goesTo, label: label?.[language] ?? null };
}

function topicHit(asking: Asking, topic: Topic): Plain {
  const { knowledge, language } = asking;
  const { name, answers } = topic;
  const answer = answerFor(asking, topic);
  const text = answer?.text[language] ?? "";
  const numbers = new Set(numbersIn(text).map(({ value }) => value));
  const figures = answer?.figures.filter((value) => numbers.has(value)) ?? [];
  const jurisdiction = answer?.jurisdiction ?? null;
  return {
    title: name[language],
    summary: text,
    amount: null,
    figures:
      jurisdiction === null
        ? []
        : figures.map((value) => ({ value, amount: null, ages: null, provision: null, jurisdiction })),
    marked: figures,
    period: answer?.period ?? null,
    jurisdiction: answers.length === 1 ? jurisdiction : null,
    sources: cited(knowledge, [
      ...(answer?.sources ?? []),
      ...answers.filter((one) => one !== answer).flatMap(({ sources }) => sources),
    ]),
  };
}

/** The answer to show: the county's own where one is asked for, otherwise the first. */
function answerFor({ knowledge, county }: Asking, { answers }: Topic): Topic["answers"][number] | undefined {
  if (county === undefined) return answers[0];
  const rank = (code: PlaceCode) =>
    isWithin(knowledge, code, county) || isWithin(knowledge, county, code)
      ? jurisdictionRank(knowledge, code)
      : -1;
  const holding = answers.filter(({ jurisdiction }) => holdsIn(knowledge, county, jurisdiction));
  return (
    [...holding].sort((left, right) => rank(right.jurisdiction) - rank(left.jurisdiction))[0] ?? answers[0]
  );
}

function facilityHit(
  { knowledge, language }: Asking,
  facility: Extract<Subject, { kind: "facility" }>["facility"],
): Plain {
  const { name, place, address } = facility;
  const type = knowledge.types.get(facility.type);
  const path = place === null ? [] : placePath(knowledge, place);
  return {
    title: name[language],
    summary: [type?.name[language], address ?? path[0]?.name[language]].filter(Boolean).join(" · "),
    amount: null,
    figures: [],
    marked: [],
    period: null,
    jurisdiction: place,
    sources: cited(knowledge, facility.sources),
  };
}

/** A document as a whole, or by its clause that answers best: then what the clause is about stands for it. */
function documentHit(
  { knowledge, language }: Asking,
  { document, clause }: Extract<Subject, { kind: "document" }>,
): Plain {
  const { id, title, number, issuer, issued, jurisdiction, period } = document;
  return {
    title,
    summary: clause ? clause.about[language] : [number, issuer, issued].filter(Boolean).join(" · "),
    amount: null,
    figures: [],
    marked: clause ? clause.says.flatMap(({ figures }) => figures) : [],
    period,
    jurisdiction,
    sources: [sourceOf(knowledge, { document: id, clause: clause?.clause ?? WHOLE_DOCUMENT })],
  };
}

function cited(knowledge: Knowledge, citations: readonly Citation[]): KnowledgeHit["sources"] {
  const distinct = new Map(
    citations.map((citation) => [`${citation.document} ${citation.clause}`, citation]),
  );
  return [...distinct.values()].map((citation) => sourceOf(knowledge, citation));
}
