import { EMERGENCY_KINDS, INTENTS, NO_ALARM } from "../engine/knowledge/intents.ts";
import type {
  Benefit,
  Bundle,
  Facility,
  FacilityType,
  FactDefinition,
  IntentModel,
  Place,
  PolicyDocument,
  Topic,
  Vocabulary,
} from "../engine/knowledge/types.ts";
import { kindOf } from "../engine/language/concepts.ts";
import { alarmFeaturesOf, featuresOf } from "../engine/language/features.ts";
import { createLexicon, type Lexicon } from "../engine/language/lexicon.ts";
import { normalise, readPairs } from "../engine/language/normalise.ts";
import { type Reading, read } from "../engine/language/reading.ts";
import { simplifyPairs } from "./language/characters.ts";
import { soundTables } from "./language/sounds.ts";
import { trainModel } from "./language/training.ts";
import { collectWords } from "./language/words.ts";

/** Everything that language understanding is compiled from. */
export interface LanguageSource {
  /** Concept id → words, the files of `knowledge/vocabulary` joined. */
  readonly vocabulary: Readonly<Record<string, readonly string[]>>;
  /** Intent → sentences, the files of `knowledge/utterances` joined. */
  readonly utterances: Readonly<Record<string, readonly string[]>>;
  /** Kind of emergency, or `none` → sentences, the files of `knowledge/utterances/alarms` joined. */
  readonly alarms?: Readonly<Record<string, readonly string[]>>;
  readonly benefits: readonly Pick<Benefit, "id" | "name" | "also">[];
  readonly topics: readonly Pick<Topic, "id" | "name" | "also">[];
  readonly facilityTypes: readonly Pick<FacilityType, "id" | "name" | "also">[];
  readonly facilities?: readonly Pick<Facility, "id" | "name">[];
  readonly places: readonly Place[];
  readonly facts: readonly FactDefinition[];
  readonly documents: readonly Pick<PolicyDocument, "id" | "title" | "number" | "kind" | "jurisdiction">[];
}

/** The compiled words and model, with what is wrong in the files in plain words (empty when nothing is). */
export interface LanguageBuilt {
  readonly vocabulary: Vocabulary;
  readonly lookUp: Bundle["lookUp"];
  readonly intentModel: IntentModel;
  readonly alarmModel: IntentModel;
  readonly faults: string[];
}

/** A sentence with its label, read. */
interface Labelled {
  readonly label: string;
  readonly reading: Reading;
}

function labelled(
  lists: Readonly<Record<string, readonly string[]>>,
  labels: readonly string[],
  lexicon: Lexicon,
  faults: string[],
): Labelled[] {
  const seen = new Map<string, string>();
  const sentences: Labelled[] = [];
  for (const [label, texts] of Object.entries(lists)) {
    if (!labels.includes(label)) {
      faults.push(`utterances: “${label}” is none of ${labels.join(", ")}; use one of them`);
      continue;
    }
    for (const text of texts) {
      const other = seen.get(text);
      if (other && other !== label)
        faults.push(`utterances: “${text}” stands under ${other} and ${label}; keep one`);
      if (other) continue;
      seen.set(text, label);
      sentences.push({ label, reading: read(text, lexicon) });
    }
  }
  return sentences;
}

/** The model of intents, and that of alarms, for which every other intent's sentence is one that raises none. */
function trainModels(
  source: LanguageSource,
  vocabulary: Vocabulary,
  faults: string[],
): Pick<LanguageBuilt, "intentModel" | "alarmModel"> {
  const lexicon = createLexicon({ ...source, vocabulary });
  const kinds = [...EMERGENCY_KINDS, NO_ALARM];
  const asked = labelled(source.utterances, INTENTS, lexicon, faults);
  const alarming = labelled(source.alarms ?? {}, kinds, lexicon, faults);
  const calm = asked
    .filter(({ label }) => label !== "emergency")
    .map(({ reading }) => ({ label: NO_ALARM, reading }));
  return {
    intentModel: trainModel(
      asked.map(({ label, reading }) => ({ intent: label, features: featuresOf(reading) })),
      INTENTS,
    ),
    alarmModel: trainModel(
      (alarming.length > 0 ? [...alarming, ...calm] : []).map(({ label, reading }) => ({
        intent: label,
        features: alarmFeaturesOf(reading),
      })),
      alarming.length > 0 ? kinds : [],
    ),
  };
}

/** Kinds of words that only the adviser's look-up reads: related words and ways to ask for an entry. */
const LOOK_UP_ONLY: ReadonlySet<string> = new Set(["like", "ask"]);

/** Compiles the words of all knowledge into tables for reading and trains the intent model. Deterministic. */
export function buildLanguage(source: LanguageSource): LanguageBuilt {
  const faults: string[] = [];
  const pairs = simplifyPairs();
  const simplify = readPairs(pairs);
  const words = Object.entries(collectWords(source, (word) => normalise(word, simplify), faults));
  const lookUp = Object.fromEntries(words.filter(([concept]) => LOOK_UP_ONLY.has(kindOf(concept))));
  const concepts = Object.fromEntries(words.filter(([concept]) => !LOOK_UP_ONLY.has(kindOf(concept))));
  const vocabulary: Vocabulary = { concepts, simplify: pairs, ...soundTables(concepts) };
  return { vocabulary, lookUp, ...trainModels(source, vocabulary, faults), faults };
}
