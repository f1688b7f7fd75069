import { z } from "zod";
import { INTENTS } from "../../../src/engine/index.ts";

const text = z.string();
const maybeText = z.string().nullable();
const outcome = z.enum(["yes", "no", "unknown", "confirm"]);

/** A list that routes fill from the read-only knowledge, without copying it. */
function list<T extends z.ZodType>(of: T): z.ZodType<readonly z.output<T>[]> {
  return z.array(of);
}

/** An object whose keys depend on the case: a condition tree, the slots of an intent. */
const anyObject: z.ZodType<object> = z.looseObject({});
const block: z.ZodType<{ readonly kind: string }> = z.looseObject({ kind: text });

/** A readable citation. */
export const source = z.object({
  document: text,
  number: maybeText,
  title: text,
  clause: text,
  issued: maybeText,
  url: maybeText,
  checked: text,
  kind: z.enum(["policy", "official-page", "news"]),
});

/** What an answer rests on: never nothing. */
const sourceList: z.ZodType<readonly z.output<typeof source>[]> = z.array(source).min(1);

/** A sum or a quantity, and whom it goes to. */
export const amount = z.object({
  value: z.number(),
  unit: text,
  bound: z.enum(["at-least", "exact", "up-to"]),
  goesTo: z.enum(["person", "organisation", "insurer"]),
  /** What it is for or from which year. */
  label: text.nullable(),
});

/** How and where to get a benefit. */
export const apply = z.object({
  office: text,
  officeName: text,
  bring: list(text),
  steps: maybeText,
  automatic: z.boolean(),
});

/** One benefit decided for one person. */
export const entitlement = z.object({
  benefit: text,
  provision: text,
  name: text,
  outcome,
  missing: list(text),
  because: list(z.object({ fact: text, holds: z.enum(["yes", "no", "unknown"]), text })),
  amount: amount.nullable(),
  jurisdiction: text,
  validity: z.object({
    from: maybeText,
    to: maybeText,
    state: z.enum(["in-force", "ended", "undated", "planned"]),
  }),
  confirm: list(text),
  apply,
  selfCheck: list(text),
  gaps: list(text),
  sources: sourceList,
});

/** One place found. */
export const facilityHit = z.object({
  id: text,
  name: text,
  type: text,
  status: z.enum(["open", "planned", "suspended", "closed", "unverified"]),
  place: maybeText,
  placeName: maybeText,
  address: maybeText,
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  precision: z.enum(["address", "village", "town"]).nullable(),
  distance: z.number().nullable(),
  walkMinutes: z.number().nullable(),
  openState: z.enum(["open", "closed", "unknown"]),
  hours: maybeText,
  prices: maybeText,
  phone: maybeText,
  note: maybeText,
  reported: maybeText,
  confirmFirst: z.boolean(),
  sources: sourceList,
});

/** A reply: ordered blocks, and all of them as plain text. Blocks differ by `kind`. */
export const reply = z.object({ blocks: list(block), text });

const factValues = z.record(text, z.union([z.number(), text, z.boolean()]));

/** Answer of one turn. */
export const turnAnswer = z.object({
  conversation: text,
  understanding: z.object({
    intent: z.enum(INTENTS),
    confidence: z.number().min(0).max(1),
    slots: anyObject,
  }),
  facts: factValues,
  asks: maybeText,
  reply,
  entitlements: list(entitlement).optional(),
  determination: text.optional(),
  facilities: list(facilityHit).optional(),
  sources: list(source),
});

/** All benefits decided for one case. */
export const determination = z.object({
  determination: text,
  knowledgeVersion: text,
  asOf: text,
  entitlements: list(entitlement),
  nextQuestion: maybeText,
});

const period = z.object({
  from: maybeText,
  to: maybeText,
  basis: z.enum(["stated", "inferred", "standing", "none"]),
});

const ranges = list(z.object({ start: z.number(), end: z.number(), what: z.enum(["word", "figure"]) }));

/** One line of the adviser's look-up. */
export const searchHit = z.object({
  kind: z.enum(["benefit", "provision", "topic", "facility", "document"]),
  id: text,
  title: text,
  summary: text,
  score: z.number(),
  amount: amount.nullable(),
  /** What answers: amounts of the provision for the county asked for, or the numbers of a topic's text. */
  figures: list(
    z.object({
      value: z.number(),
      amount: amount.nullable(),
      /** Whom the amount is for, `below` exclusive. */
      ages: z.object({ from: z.number().nullable(), below: z.number().nullable() }).nullable(),
      provision: maybeText,
      jurisdiction: text,
    }),
  ),
  /** Characters to lift out: words asked for and figures, in order, never overlapping. */
  highlight: z.object({ title: ranges, summary: ranges }),
  /** When a provision, a topic's answer or a document holds; null for benefits and facilities. */
  period: period.nullable(),
  jurisdiction: maybeText,
  sources: list(source),
});

/** A benefit in a list. */
export const benefitEntry = z.object({
  id: text,
  name: text,
  summary: text,
  kind: text,
  jurisdictions: list(text),
  sources: sourceList,
});

/** A benefit in full. `who` and `when` are condition trees. */
export const benefitDetail = benefitEntry.extend({
  also: list(text),
  apply,
  provisions: list(
    z.object({
      id: text,
      jurisdiction: text,
      jurisdictionName: text,
      period,
      checked: text,
      force: text,
      assessed: z.boolean(),
      floor: z.boolean(),
      who: anyObject,
      amounts: list(amount.extend({ when: anyObject.nullable(), label: maybeText })),
      figures: list(z.number()),
      selfCheck: list(text),
      gaps: list(text),
      note: maybeText,
      sources: sourceList,
    }),
  ),
});

/** A document in a list. */
export const documentEntry = z.object({
  id: text,
  title: text,
  number: maybeText,
  issuer: maybeText,
  issued: maybeText,
  period,
  jurisdiction: text,
  kind: z.enum(["policy", "official-page", "news"]),
  url: maybeText,
  checked: text,
});

/** How a document stands to another: `clause` is its own, `otherClause` the other's; null is the whole document. */
const relation = z.object({
  kind: z.enum(["refines", "replaces-list", "repeats", "differs"]),
  clause: maybeText,
  document: text,
  title: text,
  otherClause: maybeText,
  note: maybeText,
});

/** One clause of a document: what it says, statement by statement, and what answers for each or why nothing does. */
const clause = z.object({
  clause: text,
  heading: text,
  about: text,
  says: list(
    z.object({
      what: text,
      figures: list(z.number()),
      by: list(
        z.object({
          kind: z.enum(["provision", "topic", "facility"]),
          /** `benefit/provision`, or the id of the topic or facility. */
          id: text,
          name: text,
          /** What the entry says; empty for a facility of which nothing but its name is known. */
          text,
        }),
      ),
      none: maybeText,
      reason: maybeText,
    }),
  ),
});

/** A document with what it says, how it stands to others, and what rests on it. */
export const documentDetail = documentEntry.extend({
  relations: list(relation),
  /** What other documents say of this one, seen from here. */
  relatedBy: list(relation),
  /** Null where the document is not outlined. */
  outline: list(clause).nullable(),
  citedBy: list(z.object({ kind: z.enum(["benefit", "topic"]), id: text, name: text, clause: text })),
});

/** A place with the words that tell it from others of its name. */
export const placeEntry = z.object({
  code: text,
  name: text,
  path: text,
  level: z.enum(["city", "county", "town", "village", "elsewhere"]),
  parent: maybeText,
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
});

const office = z.object({ id: text, name: text, phone: maybeText }).nullable();

const named = z.object({ id: text, name: text });
const coverageCounts = {
  clauses: z.number(),
  statements: z.number(),
  /** Statements for which a provision answers. */
  decided: z.number(),
  /** Statements for which only topics or facilities answer. */
  stated: z.number(),
};

/** How much of what the outlined documents say is decided, stated, or outside of what is answered here. */
const coverageOfOutlines = {
  counts: z.object({ documents: z.number(), ...coverageCounts, outside: z.number() }),
  documents: list(
    z.object({ document: text, title: text, ...coverageCounts, outside: z.record(text, z.number()) }),
  ),
  /** The words for each reason that occurs under `outside`. */
  reasons: list(z.object({ reason: text, text })),
  entries: z.object({
    decided: list(named),
    stated: list(z.object({ kind: text, text, topics: list(named) })),
    outside: list(named),
  }),
};

/** What the knowledge holds, and what it does not decide. */
export const knowledgeAnswer = z.object({
  version: text,
  counts: z.record(text, z.number()),
  facilityTypes: list(z.object({ id: text, name: text })),
  sites: list(z.object({ id: text, name: text, place: text })),
  coverage: z.object({
    ...coverageOfOutlines,
    notDecided: list(z.object({ topic: text, kind: text, name: text, text, office, sources: list(source) })),
    gaps: list(
      z.object({
        benefit: text,
        name: text,
        provision: text,
        jurisdiction: text,
        gaps: list(text),
        sources: list(source),
      }),
    ),
  }),
});

/** A fact that may be asked, with its closed answers. */
export const factEntry = z.object({
  id: text,
  kind: z.enum(["number", "place", "boolean", "choice"]),
  name: text,
  question: text,
  why: text,
  choices: list(z.object({ value: z.union([z.number(), text, z.boolean()]), text })),
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
});

/** A number for the desk, and until when it is good. */
export const handoverNumber = z.object({ number: text, until: text });

/** What the desk opens with a number: the questions, the facts of the interview, the cards and their sources. */
export const handedOver = z.object({
  site: text,
  language: z.enum(["zh-Hans", "zh-Hant", "en"]),
  questions: list(text),
  facts: factValues,
  answers: list(
    z.object({
      kind: z.enum(["benefit", "facility", "topic", "why"]),
      id: text,
      title: text,
      outcome: z.enum(["yes", "no", "unknown", "confirm", "info"]).nullable(),
      said: text,
      sources: list(source),
    }),
  ),
  at: text,
});

/** An error, the same shape everywhere. */
export const failure = z.object({
  statusCode: z.number(),
  code: text,
  error: text,
  message: text,
  details: list(z.object({ field: text, problem: text })).optional(),
});
