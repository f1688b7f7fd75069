import type { FactDefinition, Place, PlaceCode, PolicyDocument, Vocabulary } from "../knowledge/types.ts";
import { type Automaton, buildAutomaton } from "./automaton.ts";
import { readPairs } from "./normalise.ts";
import { buildPlaceTree, type PlaceTree, villageWords } from "./placetree.ts";
import { buildSoundTree, type SoundTree } from "./soundtree.ts";

/** Everything that reading needs, built once from the bundle. */
export interface Lexicon {
  readonly simplify: ReadonlyMap<string, string>;
  /** Characters that `simplify` leads to: those of simplified writing. */
  readonly simplified: ReadonlySet<string>;
  readonly automaton: Automaton;
  /** Dialect and variant wordings and the standard ones they are rewritten to. */
  readonly rewrites: Automaton;
  readonly sounds: SoundTree;
  readonly places: PlaceTree;
  readonly facts: ReadonlyMap<string, FactDefinition>;
  /** Where each document holds; asking for an 晋江 document is asking about 晋江. */
  readonly jurisdictions: ReadonlyMap<string, PlaceCode>;
}

/** What of the bundle a lexicon is made of; the compiler has these before there is a bundle. */
export interface LexiconSource {
  readonly vocabulary: Vocabulary;
  readonly places: readonly Place[];
  readonly facts: readonly FactDefinition[];
  readonly documents: readonly Pick<PolicyDocument, "id" | "jurisdiction">[];
}

/** The part of a concept id before the colon: `type`, `fact`, `cue` … */
export function kindOf(concept: string): string {
  return concept.slice(0, concept.indexOf(":"));
}

/** The part of a concept id after the colon. */
export function idOf(concept: string): string {
  return concept.slice(concept.indexOf(":") + 1);
}

/** Kinds of words that only the adviser's look-up knows: related words and ways to ask for an entry. */
export const LOOK_UP_ONLY: ReadonlySet<string> = new Set(["like", "ask"]);

function* wordsOf(vocabulary: Vocabulary, say: boolean): Iterable<readonly [string, string]> {
  for (const [concept, words] of Object.entries(vocabulary.concepts)) {
    const kind = kindOf(concept);
    if (LOOK_UP_ONLY.has(kind) || (kind === "say") !== say) continue;
    for (const word of words) yield [word, concept];
  }
}

/** Builds the automata and tables; a few milliseconds per thousand words, so do it once per bundle. */
export function createLexicon(source: LexiconSource): Lexicon {
  const places = buildPlaceTree(source.places);
  const simplify = readPairs(source.vocabulary.simplify);
  return {
    simplify,
    simplified: new Set(simplify.values()),
    automaton: buildAutomaton([...wordsOf(source.vocabulary, false), ...villageWords(source.places)]),
    rewrites: buildAutomaton(wordsOf(source.vocabulary, true)),
    sounds: buildSoundTree(source.vocabulary),
    places,
    facts: new Map(source.facts.map((fact) => [fact.id, fact])),
    jurisdictions: new Map(source.documents.map(({ id, jurisdiction }) => [id, jurisdiction])),
  };
}
