import { containerBootstrap, LangEn, Nlp } from "@nlpjs/basic";
import { BuiltinMicrosoft } from "@nlpjs/builtin-microsoft";
import { LangZh } from "@nlpjs/lang-zh";
import bayes from "bayes";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import type { Bundle, LocalText } from "../engine/index.ts";

/** One sentence to learn from. */
export interface Example {
  readonly text: string;
  readonly intent: string;
}

/** Something that reads an intent off a text, trained on our sentences. */
export interface Peer {
  readonly name: string;
  read(text: string): string | Promise<string>;
}

/** What a peer means by “none of these”. */
const NOTHING = "out_of_scope";
const HAN = /\p{Script=Han}/u;
/** How far fuse.js lets a word be off, 0 exact … 1 anything: what served Chinese best among the values tried. */
const THRESHOLD = 0.2;

/** Chinese pairs and single characters, and Latin words: the peers take a Chinese sentence for one word otherwise. */
export function peerTokens(text: string): string[] {
  const pieces = text.toLowerCase().match(/[a-z0-9']+|\p{Script=Han}+/gu) ?? [];
  return pieces.flatMap((piece) => {
    const characters = [...piece];
    if (!HAN.test(piece)) return [piece];
    return [...characters, ...characters.slice(1).map((character, at) => (characters[at] ?? "") + character)];
  });
}

/** Something a text may name, with its names by language. */
export interface Entity {
  readonly kind: "county" | "benefit" | "facility";
  readonly id: string;
  readonly names: Readonly<Record<"zh" | "en", readonly string[]>>;
}

/** Counties (also without 市, 县 and 区), benefits and types of facilities by their names; more names would only make the peer slower. */
export function entitiesOf({ places, benefits, facilityTypes }: Bundle): readonly Entity[] {
  const entity = (
    kind: Entity["kind"],
    id: string,
    name: LocalText,
    short: readonly string[] = [],
  ): Entity => ({
    kind,
    id,
    names: { zh: [name["zh-Hans"], ...short], en: [name.en] },
  });
  return [
    ...places
      .filter(({ level }) => level === "county")
      .map(({ code, name }) => entity("county", code, name, [name["zh-Hans"].slice(0, -1)])),
    ...benefits.map(({ id, name }) => entity("benefit", id, name)),
    ...facilityTypes.map(({ id, name }) => entity("facility", id, name)),
  ];
}

const LANGUAGES = ["zh", "en"] as const;

/**
 * The engine of node-nlp 4, put together as its NlpManager does, each sentence in its own language's tokens. With
 * entities it also finds those named and, with the recognisers that node-nlp brings, numbers, ages and days.
 */
async function nlpPeer(
  name: string,
  examples: readonly Example[],
  entities: readonly Entity[] | null,
): Promise<Peer> {
  const container = await containerBootstrap();
  for (const part of [LangEn, LangZh]) container.use(part);
  if (entities !== null) container.register("extract-builtin-??", new BuiltinMicrosoft(), true);
  const nlp = new Nlp({ container, autoSave: false, forceNER: entities !== null, nlu: { log: false } });
  const languageOf = (text: string) => (HAN.test(text) ? "zh" : "en");
  for (const language of LANGUAGES) nlp.addLanguage(language);
  for (const { text, intent } of examples) nlp.addDocument(languageOf(text), text, intent);
  for (const { kind, id, names } of entities ?? [])
    for (const language of LANGUAGES) nlp.addNerRuleOptionTexts(language, kind, id, [...names[language]]);
  await nlp.train();
  const read = async (text: string) => {
    const { intent } = await nlp.process(languageOf(text), text);
    return intent === "None" ? NOTHING : intent;
  };
  return { name, read };
}

/** node-nlp reading intents alone, and reading what our turn reads: intents and whom, where and what a text names. */
export async function nlpPeers(
  examples: readonly Example[],
  entities: readonly Entity[],
): Promise<{ readonly bare: Peer; readonly whole: Peer }> {
  return {
    bare: await nlpPeer("node-nlp, intent only", examples, null),
    whole: await nlpPeer("node-nlp, intent and entities", examples, entities),
  };
}

function fusePeer(examples: readonly Example[]): Peer {
  const fuse = new Fuse(examples, {
    keys: ["text"],
    ignoreLocation: true,
    useTokenSearch: true,
    tokenize: peerTokens,
    threshold: THRESHOLD,
  });
  return {
    name: "fuse.js, nearest example",
    read: (text) => fuse.search(text, { limit: 1 })[0]?.item.intent ?? NOTHING,
  };
}

function minisearchPeer(examples: readonly Example[]): Peer {
  const index = new MiniSearch<Example & { readonly id: number }>({
    fields: ["text"],
    storeFields: ["intent"],
    tokenize: peerTokens,
  });
  index.addAll(examples.map((example, id) => ({ ...example, id })));
  return {
    name: "minisearch, nearest example",
    read: (text) => String(index.search(text)[0]?.intent ?? NOTHING),
  };
}

async function bayesPeer(examples: readonly Example[]): Promise<Peer> {
  const classifier = bayes({ tokenizer: peerTokens });
  for (const { text, intent } of examples) await classifier.learn(text, intent);
  return { name: "naive Bayes (bayes)", read: (text) => classifier.categorize(text) };
}

/** The peers that read intents only, trained on the same sentences. */
export async function plainPeers(examples: readonly Example[]): Promise<readonly Peer[]> {
  return [fusePeer(examples), minisearchPeer(examples), await bayesPeer(examples)];
}
