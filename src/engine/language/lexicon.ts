import type { FactDefinition, Place, PlaceCode, PolicyDocument, Vocabulary } from "../knowledge/types.ts";
import { type Automaton, buildAutomaton } from "./automaton.ts";
import { kindOf } from "./concepts.ts";
import { readPairs } from "./normalise.ts";
import { buildPlaceTree, type PlaceTree, villageWords } from "./placetree.ts";
import { readSpoken, type SpokenTable } from "./romanised.ts";
import { readGrammar, type SignGrammar } from "./signs.ts";
import { buildSoundTree, type SoundTree } from "./soundtree.ts";
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
  readonly places: PlaceTree;
  /** Short names of villages, read only after the county or town they lie in. */
  readonly villages: VillageNames;
  /** Long names of facilities and benefits by length, first and last character (`outlineOf`), in which one wrong character is put right. */
  readonly names: ReadonlyMap<string, readonly string[]>;
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

/** Kinds of words that only the adviser's look-up knows: related words and ways to ask for an entry. */
export const LOOK_UP_ONLY: ReadonlySet<string> = new Set(["like", "ask"]);

/** Kinds with a table of their own, apart from the words that are found everywhere. */
const OWN_TABLE: ReadonlySet<string> = new Set(["part", "sign", "spoken"]);

function* wordsOf(vocabulary: Vocabulary, say: boolean): Iterable<readonly [string, string]> {
  for (const [concept, words] of Object.entries(vocabulary.concepts)) {
    const kind = kindOf(concept);
    if (LOOK_UP_ONLY.has(kind) || OWN_TABLE.has(kind) || (kind === "say") !== say) continue;
    for (const word of words) yield [word, concept];
  }
}

/** Names of at least this many characters; see `slips.ts`. */
const LONG_NAME = 5;

/** What a name with one slip inside still shows: its length, first and last character. */
export function outlineOf(name: string): string {
  return `${name.length}${name[0] ?? ""}${name.at(-1) ?? ""}`;
}

function longNames({ concepts }: Vocabulary): Map<string, string[]> {
  const named = Object.entries(concepts).filter(([concept]) => /^(?:type|benefit):/.test(concept));
  const words = named.flatMap(([, words]) => words);
  const names = new Map<string, string[]>();
  for (const name of new Set(words)) {
    if (name.length < LONG_NAME || !/^\p{Script=Han}+$/u.test(name)) continue;
    names.set(outlineOf(name), [...(names.get(outlineOf(name)) ?? []), name]);
  }
  return names;
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
    signs: readGrammar(source.vocabulary),
    spoken: readSpoken(source.vocabulary),
    places,
    villages: buildVillageNames(source.places),
    names: longNames(source.vocabulary),
    facts: new Map(source.facts.map((fact) => [fact.id, fact])),
    jurisdictions: new Map(source.documents.map(({ id, jurisdiction }) => [id, jurisdiction])),
  };
}
