import { containerBootstrap, LangEn, Nlp } from "@nlpjs/basic";
import { LangZh } from "@nlpjs/lang-zh";
import bayes from "bayes";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";

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

/** The engine of node-nlp 4, without the parts that call other services; each sentence in its own language's tokens. */
async function nlpPeer(examples: readonly Example[]): Promise<Peer> {
  const container = await containerBootstrap();
  for (const part of [LangEn, LangZh]) container.use(part);
  const nlp = new Nlp({ container, autoSave: false, nlu: { log: false } });
  const languageOf = (text: string) => (HAN.test(text) ? "zh" : "en");
  for (const language of ["zh", "en"]) nlp.addLanguage(language);
  for (const { text, intent } of examples) nlp.addDocument(languageOf(text), text, intent);
  await nlp.train();
  const read = async (text: string) => {
    const { intent } = await nlp.process(languageOf(text), text);
    return intent === "None" ? NOTHING : intent;
  };
  return { name: "node-nlp's engine (@nlpjs)", read };
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

/** All peers, trained on the same sentences. */
export async function trainPeers(examples: readonly Example[]): Promise<readonly Peer[]> {
  return [await nlpPeer(examples), fusePeer(examples), minisearchPeer(examples), await bayesPeer(examples)];
}
