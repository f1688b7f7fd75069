import type { LocalText, Place, PlaceLevel } from "../../engine/knowledge/types.ts";
import { buildAutomaton } from "../../engine/language/automaton.ts";
import { rewriteWith } from "../../engine/language/rewrite.ts";
import type { LanguageSource } from "../language.ts";

type Normalise = (word: string) => string;
type Concepts = Map<string, Set<string>>;

const SHORTENED: Partial<Record<PlaceLevel, RegExp>> = {
  city: /市$/,
  county: /(?:市|县|区)$/,
  town: /(?:街道|镇|回族乡|乡|经济开发区|开发区)$/,
};
/** Kinds of which a word may name only one id: a word under two would be read by chance. */
const EXCLUSIVE = new Set(["type", "benefit", "say", "command", "kin"]);

function put(concepts: Concepts, concept: string, word: string): void {
  if (!word) return;
  const words = concepts.get(concept) ?? new Set();
  words.add(word);
  concepts.set(concept, words);
}

function kindOf(concept: string): string {
  return concept.slice(0, concept.indexOf(":"));
}

function putVocabulary(
  concepts: Concepts,
  source: LanguageSource,
  normalise: Normalise,
  faults: string[],
): Map<string, string> {
  const owners = new Map<string, string>();
  for (const [concept, words] of Object.entries(source.vocabulary)) {
    if (!/^[a-z-]+:/.test(concept)) {
      faults.push(`vocabulary: “${concept}” is no concept; write kind:id, e.g. type:canteen`);
      continue;
    }
    for (const raw of words) {
      const word = normalise(String(raw));
      const key = `${kindOf(concept)} ${word}`;
      const owner = owners.get(key);
      if (owner && owner !== concept && EXCLUSIVE.has(kindOf(concept))) {
        faults.push(`vocabulary: “${raw}” stands under ${owner} and ${concept}; keep one`);
      }
      owners.set(key, concept);
      put(concepts, concept, word);
    }
  }
  return owners;
}

interface Item {
  readonly id: string;
  readonly name: LocalText;
  readonly also: Readonly<Record<string, readonly string[]>>;
}

/** Names and `also` of the knowledge; a word the vocabulary gives to another id of the kind stays there. */
function putNames(
  concepts: Concepts,
  kind: string,
  items: readonly Item[],
  normalise: Normalise,
  owners: Map<string, string>,
): void {
  for (const { id, name, also } of items) {
    for (const raw of [...Object.values(name), ...Object.values(also).flat()]) {
      const word = normalise(raw);
      const concept = `${kind}:${id}`;
      const owner = owners.get(`${kind} ${word}`);
      if (word.length < 2 || (owner && owner !== concept)) continue;
      owners.set(`${kind} ${word}`, concept);
      put(concepts, concept, word);
    }
  }
}

function namesOfPlace(place: Place): string[] {
  const name = place.name["zh-Hans"];
  const short = name.replace(SHORTENED[place.level] ?? /$^/, "");
  const english = place.name.en.replace(/ (?:city|county|district|town|township|subdistrict)$/i, "");
  return [name, ...(short.length >= 2 ? [short] : []), place.name.en, english, ...place.also];
}

function putPlaces(concepts: Concepts, places: readonly Place[], normalise: Normalise): void {
  for (const place of places) {
    if (place.level === "village") continue;
    for (const word of namesOfPlace(place))
      if (word.length >= 2) put(concepts, `place:${place.code}`, normalise(word));
  }
}

/** The document by its title, its number, and its number without brackets as people type it. */
function putDocuments(concepts: Concepts, source: LanguageSource, normalise: Normalise): void {
  for (const { id, title, number, kind } of source.documents) {
    if (kind !== "policy") continue;
    put(concepts, `document:${id}`, normalise(title));
    if (!number) continue;
    put(concepts, `document:${id}`, normalise(number));
    put(concepts, `document:${id}`, normalise(number).replace(/[()]/g, ""));
  }
}

/** Sentences are rewritten to standard wording before words are found, so words need that form too. */
function inStandardWording(concepts: Record<string, string[]>): Record<string, string[]> {
  const says = Object.entries(concepts).filter(([concept]) => kindOf(concept) === "say");
  const rewrites = buildAutomaton(
    says.flatMap(([concept, words]) => words.map((word) => [word, concept] as const)),
  );
  const standard = (word: string) => rewriteWith(word, rewrites);
  return Object.fromEntries(
    Object.entries(concepts).map(([concept, words]) =>
      kindOf(concept) === "say"
        ? [concept, words]
        : [concept, [...new Set([...words, ...words.map(standard)])]],
    ),
  );
}

/** All words of the knowledge by concept, in the form sentences are read in, sorted so that the bundle is stable. */
export function collectWords(
  source: LanguageSource,
  normalise: Normalise,
  faults: string[],
): Record<string, string[]> {
  const concepts: Concepts = new Map();
  const owners = putVocabulary(concepts, source, normalise, faults);
  putNames(concepts, "type", source.facilityTypes, normalise, owners);
  putNames(concepts, "benefit", source.benefits, normalise, owners);
  putNames(concepts, "topic", source.topics, normalise, owners);
  putPlaces(concepts, source.places, normalise);
  putDocuments(concepts, source, normalise);
  return inStandardWording(
    Object.fromEntries([...concepts].map(([concept, words]) => [concept, [...words]])),
  );
}
