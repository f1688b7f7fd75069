import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Labelled } from "../commands/evaluation/rows.ts";
import { type Bundle, createEngine } from "../engine/index.ts";
import { type Example, entitiesOf, nlpPeers, type Peer, plainPeers } from "./peers.ts";
import { questionsOf } from "./peers-questions.ts";
import { type Times, timesOf } from "./peers-time.ts";
import { downloadOfReader, memoryOfReader } from "./peers-weight.ts";

/** What understanding may cost: of the time of node-nlp reading as much, of its own median, in megabytes, in kilobytes. */
const BARS = { share: 1 / 5, spread: 5, memory: 30, download: 400 };

/** The sentences that our own classifier learns from. */
export function examplesOf(knowledge: string): readonly Example[] {
  const folder = join(knowledge, "utterances");
  const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
  return files.flatMap((file) => {
    const sentences = parse(readFileSync(join(folder, file), "utf8")) as Record<string, readonly unknown[]>;
    return Object.entries(sentences).flatMap(([intent, texts]) =>
      texts.map((text) => ({ intent, text: String(text) })),
    );
  });
}

/** A figure beside its bar, and whether it keeps it. */
export function againstBar(what: string, figure: number, bar: number, unit = ""): string {
  const kept = figure <= bar ? "kept" : "MISSED";
  return `  ${what}: ${figure.toPrecision(3)}${unit}, bar ${bar.toPrecision(3)}${unit}: ${kept}`;
}

async function line(peer: Peer, rows: readonly Labelled[]): Promise<Times> {
  let right = 0;
  for (const { text, intent, alt_intents = [] } of rows) {
    const read = await peer.read(text);
    if (read === intent || alt_intents.includes(read)) right += 1;
  }
  const times = await timesOf(
    rows.map(({ text }) => text),
    peer.read,
  );
  const share = ((100 * right) / rows.length).toFixed(1);
  console.log(
    `  ${peer.name.padEnd(29)} intent right ${share}% (${right}/${rows.length}), median ${times.median.toFixed(3)} ms, p99 ${times.p99.toFixed(3)} ms`,
  );
  return times;
}

/**
 * Prints how well and how fast intents are read: ours beside ready-made classifiers that learn the same sentences
 * and read the same questions in the same process; then what understanding weighs, each figure with its bar.
 */
export async function benchUnderstanding(
  bundle: Bundle,
  knowledge: string,
  files: readonly string[],
): Promise<void> {
  const rows = questionsOf(files);
  const examples = examplesOf(knowledge);
  const engine = createEngine(bundle);
  console.log(`understanding of ${rows.length} questions, ${examples.length} sentences learnt from`);
  const ours = await line({ name: "ours", read: (text) => engine.understand(text, null).intent }, rows);
  const nlp = await nlpPeers(examples, entitiesOf(bundle));
  const bare = await line(nlp.bare, rows);
  const whole = await line(nlp.whole, rows);
  for (const peer of await plainPeers(examples)) await line(peer, rows);
  console.log(
    `  Our turn reads the intent and the ages, places, people, numbers and benefits of a text, so its bar is node-nlp doing
  both; beside node-nlp reading nothing but the intent our median is ${(ours.median / bare.median).toPrecision(3)} times as long.`,
  );
  const share = "our median as a part of that of node-nlp, intent and entities";
  console.log(againstBar(share, ours.median / whole.median, BARS.share));
  console.log(againstBar("our p99 over our median", ours.p99 / ours.median, BARS.spread));
  await benchLong((text) => engine.understand(text, null));
  await benchWeight(
    bundle,
    rows.map(({ text }) => text),
  );
}

/** The longest texts that are read, of one piece again and again: what grows faster than the text shows here first. */
const MONOTONOUS = ["低保", "80岁", "一个", "晋江", "跌倒", "我妈80岁低保，", "shi ", "allowwance "];
const LONGEST = 2000;
/** Milliseconds that any text of so many characters may take. */
const LONG_BAR = 100;

async function benchLong(read: (text: string) => unknown): Promise<void> {
  const texts = MONOTONOUS.map((piece) => piece.repeat(LONGEST).slice(0, LONGEST));
  const { p99 } = await timesOf(texts, read);
  console.log(
    againstBar(`the slowest of ${texts.length} texts of ${LONGEST} characters`, p99, LONG_BAR, " ms"),
  );
}

/** What the reader holds in memory, and what a browser has to fetch of it. */
async function benchWeight(bundle: Bundle, texts: readonly string[]): Promise<void> {
  const memory = memoryOfReader(bundle, texts);
  console.log(`  memory of the reader when made ${memory.made.toFixed(1)} MB`);
  console.log(againstBar("memory of the reader after all questions", memory.used, BARS.memory, " MB"));
  const { vocabulary, model, code } = await downloadOfReader(bundle);
  const parts = Object.entries({ vocabulary, model, code }).map(
    ([part, size]) => `${part} ${size.toFixed(1)}`,
  );
  console.log(
    againstBar(
      `browser's download, gzip (${parts.join(", ")} kB)`,
      vocabulary + model + code,
      BARS.download,
      " kB",
    ),
  );
}
