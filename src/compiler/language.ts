import { INTENTS } from "../engine/knowledge/intents.ts";
import type {
  Benefit,
  Facility,
  FacilityType,
  FactDefinition,
  IntentModel,
  Place,
  PolicyDocument,
  Topic,
  Vocabulary,
} from "../engine/knowledge/types.ts";
import { featuresOf } from "../engine/language/features.ts";
import { createLexicon } from "../engine/language/lexicon.ts";
import { normalise, readPairs } from "../engine/language/normalise.ts";
import { read } from "../engine/language/reading.ts";
import { simplifyPairs } from "./language/characters.ts";
import { soundTables } from "./language/sounds.ts";
import { type Example, trainModel } from "./language/training.ts";
import { collectWords } from "./language/words.ts";

/** Everything that language understanding is compiled from. */
export interface LanguageSource {
  /** Concept id → words, the files of `knowledge/vocabulary` joined. */
  readonly vocabulary: Readonly<Record<string, readonly string[]>>;
  /** Intent → sentences, the files of `knowledge/utterances` joined. */
  readonly utterances: Readonly<Record<string, readonly string[]>>;
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
  readonly intentModel: IntentModel;
  readonly faults: string[];
}

function examplesOf(source: LanguageSource, vocabulary: Vocabulary, faults: string[]): Example[] {
  const lexicon = createLexicon({ ...source, vocabulary });
  const seen = new Map<string, string>();
  const examples: Example[] = [];
  for (const [intent, texts] of Object.entries(source.utterances)) {
    if (!(INTENTS as readonly string[]).includes(intent)) {
      faults.push(`utterances: “${intent}” is no intent; use one of ${INTENTS.join(", ")}`);
      continue;
    }
    for (const text of texts) {
      const other = seen.get(text);
      if (other && other !== intent)
        faults.push(`utterances: “${text}” stands under ${other} and ${intent}; keep one`);
      if (other) continue;
      seen.set(text, intent);
      examples.push({ intent, features: featuresOf(read(text, lexicon)) });
    }
  }
  return examples;
}

/** Compiles the words of all knowledge into tables for reading and trains the intent model. Deterministic. */
export function buildLanguage(source: LanguageSource): LanguageBuilt {
  const faults: string[] = [];
  const pairs = simplifyPairs();
  const simplify = readPairs(pairs);
  const concepts = collectWords(source, (word) => normalise(word, simplify), faults);
  const vocabulary: Vocabulary = { concepts, simplify: pairs, ...soundTables(concepts) };
  const examples = examplesOf(source, vocabulary, faults);
  return { vocabulary, intentModel: trainModel(examples, INTENTS), faults };
}
