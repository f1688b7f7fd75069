import type { Bundle, Engine } from "../engine/index.ts";
import { createEngine } from "../engine/index.ts";
import { changesWith, type Mutation, mutationsOf } from "./mutations.ts";
import { questionsOf } from "./peers-questions.ts";

/** At most this share of the changed texts of one kind may be read as another intent. */
export const BAR = 0.03;
/** Draws of each change for each text. */
const ROUNDS = 4;
const SEED = 20_261_122;

/** A changed text that is read otherwise than the one it was made of. */
export interface Turned extends Mutation {
  readonly before: string;
  readonly after: string;
  /** Confidence 0…1 in the reading of the text as it was: near misses are low. */
  readonly confidence: number;
}

/** How the changes of one kind came out. */
export interface Robustness {
  readonly kind: string;
  readonly count: number;
  readonly turned: readonly Turned[];
}

/** Reads every text and its changed forms, and tells by kind of change which forms are read as another intent. */
export function robustness(texts: readonly string[], engine: Engine): readonly Robustness[] {
  const changes = changesWith(engine.bundle.vocabulary);
  const all = texts.flatMap((text) => mutationsOf(text, changes, SEED, ROUNDS));
  const before = new Map(texts.map((text) => [text, engine.understand(text, null)]));
  return Object.keys(changes).map((kind) => {
    const own = all.filter((mutation) => mutation.kind === kind);
    const turned = own.flatMap((mutation) => {
      const was = before.get(mutation.from);
      const { intent } = engine.understand(mutation.to, null);
      if (was === undefined || was.intent === intent) return [];
      return [{ ...mutation, before: was.intent, after: intent, confidence: was.confidence }];
    });
    return { kind, count: own.length, turned };
  });
}

/** Prints, by kind of change, the share of changed texts that are read as another intent, and each of them. */
export function benchMutations(bundle: Bundle, files: readonly string[]): void {
  const texts = questionsOf(files).map(({ text }) => text);
  console.log(`changed texts of ${texts.length} questions that are read as another intent`);
  for (const { kind, count, turned } of robustness(texts, createEngine(bundle))) {
    const share = turned.length / Math.max(1, count);
    const kept = share <= BAR ? "kept" : "MISSED";
    console.log(
      `  ${kind.padEnd(18)} ${(100 * share).toFixed(1)}% (${turned.length}/${count}), bar ${100 * BAR}%: ${kept}`,
    );
    for (const { from, to, before, after, confidence } of turned)
      console.log(`      ${before} (${confidence.toFixed(2)}) → ${after}: ${from} → ${to}`);
  }
}
