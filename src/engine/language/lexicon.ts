import type { FactDefinition, Place, PlaceCode, PolicyDocument, Vocabulary } from "../knowledge/types.ts";
import { type Automaton, buildAutomaton } from "./automaton.ts";
import { kindOf } from "./concepts.ts";
import { readPairs } from "./normalise.ts";
import { buildPlaceTree, type PlaceTree, villageWords } from "./placetree.ts";
import { readSpoken, type SpokenTable } from "./romanised.ts";
import { readGrammar, type SignGrammar } from "./signs.ts";
import { type LongNames, longNames } from "./slips.ts";
import { isSounded } from "./sound.ts";
import { buildSoundTree, type SoundTree, type SoundWord } from "./soundtree.ts";
import { readSpelling, type Spelling } from "./spelling.ts";
import { buildVillageNames, type VillageNames } from "./villages.ts";

/** Everything that reading needs, built once from the bundle. */
export interface Lexicon {
  readonly simplify: ReadonlyMap<string, string>;
  /** Characters that `simplify` leads to: those of simplified writing. */
  readonly simplified: ReadonlySet<string>;
  readonly automaton: Automaton;
  /** Dialect and variant wordings and the standard ones they are rewritten to. */
  readonly rewrites: Automaton;
  readonly sounds: SoundTree;
  /** How emergencies are told of. */
  readonly signs: SignGrammar;
  /** Hokkien written in letters. */
  readonly spoken: SpokenTable;
  /** English words, in which slips of the finger are put right. */
  readonly spelling: Spelling;
  readonly places: PlaceTree;
  /** Short names of villages, read only after the county or town they lie in. */
  readonly villages: VillageNames;
  /** Long names of facilities and benefits, in which one wrong character is put right. */
  readonly names: LongNames;
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

/** Kinds with a table of their own, apart from the words that are found everywhere. */
const OWN_TABLE: ReadonlySet<string> = new Set(["part", "sign", "spoken"]);

function* wordsOf(vocabulary: Vocabulary, say: boolean): Iterable<readonly [string, string]> {
  for (const [concept, words] of Object.entries(vocabulary.concepts)) {
    const kind = kindOf(concept);
    if (OWN_TABLE.has(kind) || (kind === "say") !== say) continue;
    for (const word of words) yield [word, concept];
  }
}

/** Chinese words with what they stand for, to be found by their sound. */
function* soundWords({ concepts }: Vocabulary, automaton: Automaton, parts: Automaton): Iterable<SoundWord> {
  const seen = new Set<string>();
  for (const [concept, words] of Object.entries(concepts)) {
    for (const word of words) {
      if (seen.has(word) || !isSounded(concept, word)) continue;
      seen.add(word);
      yield { word, length: word.length, concepts: automaton.lookUp(word), parts: parts.lookUp(word) };
    }
  }
}

/** Builds the automata and tables; a few milliseconds per thousand words, so do it once per bundle. */
export function createLexicon(source: LexiconSource): Lexicon {
  const { vocabulary } = source;
  const simplify = readPairs(vocabulary.simplify);
  const automaton = buildAutomaton([...wordsOf(vocabulary, false), ...villageWords(source.places)]);
  const signs = readGrammar(vocabulary);
  return {
    simplify,
    simplified: new Set(simplify.values()),
    automaton,
    rewrites: buildAutomaton(wordsOf(vocabulary, true)),
    sounds: buildSoundTree(vocabulary, soundWords(vocabulary, automaton, signs.parts)),
    signs,
    spoken: readSpoken(vocabulary),
    spelling: readSpelling(vocabulary),
    places: buildPlaceTree(source.places),
    villages: buildVillageNames(source.places),
    names: longNames(vocabulary),
    facts: new Map(source.facts.map((fact) => [fact.id, fact])),
    jurisdictions: new Map(source.documents.map(({ id, jurisdiction }) => [id, jurisdiction])),
  };
}
