import type { IntentModel } from "../../engine/knowledge/types.ts";
import { type Features, featureNumber } from "../../engine/language/features.ts";
import { pack, unsigned } from "../../engine/language/packing.ts";

/** One labelled sentence as the classifier sees it. */
export interface Example {
  readonly intent: string;
  readonly features: Features;
}

const ROUNDS = 60;
const RATE = 1.2;
const DECAY = 1e-4;
/** Features met in fewer sentences say more about the sentence than about the intent. */
const RAREST = 2;
/** Weights are kept as whole numbers of this fraction of a logit. */
const STEP = 0.1;
/** A feature none of whose weights is so many steps decides nothing. */
const LEAST = 3;
/** Logits are divided by this, so that confidence is about how often the reading is right. */
const TEMPERATURE = 1.3;

interface Row {
  readonly target: number;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

function indexFeatures(examples: readonly Example[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { features } of examples) {
    for (const feature of new Set([...features.keys()].map(featureNumber)))
      counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const kept = [...counts].filter(([, count]) => count >= RAREST).map(([feature]) => feature);
  return new Map(kept.sort((a, b) => a - b).map((feature, i) => [feature, i]));
}

function toRow(example: Example, index: ReadonlyMap<number, number>, intents: readonly string[]): Row {
  const norm = Math.sqrt([...example.features.values()].reduce((sum, value) => sum + value * value, 0)) || 1;
  const numbered = [...example.features].map(([feature, value]) => [featureNumber(feature), value] as const);
  const known = numbered.filter(([feature]) => index.has(feature));
  return {
    target: intents.indexOf(example.intent),
    indices: Int32Array.from(known, ([feature]) => index.get(feature) ?? 0),
    values: Float64Array.from(known, ([, value]) => value / norm),
  };
}

interface Weights {
  readonly table: Float64Array;
  readonly bias: Float64Array;
}

/** Turns scores into how far each class's probability lies from the truth; in place, since it runs a million times. */
function toErrors(scores: Float64Array, target: number): void {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) top = Math.max(top, score);
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const power = Math.exp((scores[c] as number) - top);
    scores[c] = power;
    sum += power;
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (c === target ? 1 : 0) - (scores[c] as number) / sum;
}

/** One gradient step on one sentence; `scores` is room to work in. */
function learn(row: Row, { table, bias }: Weights, rate: number, scores: Float64Array): void {
  const classes = bias.length;
  const { indices, values, target } = row;
  scores.set(bias);
  for (let i = 0; i < indices.length; i++) {
    const at = (indices[i] as number) * classes;
    const value = values[i] as number;
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) + (table[at + c] as number) * value;
  }
  toErrors(scores, target);
  for (let c = 0; c < classes; c++) bias[c] = (bias[c] as number) + rate * 0.1 * (scores[c] as number);
  for (let i = 0; i < indices.length; i++) {
    const at = (indices[i] as number) * classes;
    const value = values[i] as number;
    for (let c = 0; c < classes; c++) {
      const weight = table[at + c] as number;
      table[at + c] = weight + rate * ((scores[c] as number) * value - DECAY * weight);
    }
  }
}

/** A fixed walk through the rows that mixes the intents; no randomness, so the same files give the same bundle. */
function mixed(length: number): number[] {
  const stride = [7919, 104729, 1299709].find((prime) => length % prime !== 0) ?? 1;
  return Array.from({ length }, (_, i) => (i * stride) % length);
}

/** Trains a multinomial log-linear model by stochastic gradient steps and quantises it. */
export function trainModel(examples: readonly Example[], intents: readonly string[]): IntentModel {
  const index = indexFeatures(examples);
  const rows = examples.map((example) => toRow(example, index, intents));
  const classes = intents.length;
  const weights: Weights = { table: new Float64Array(index.size * classes), bias: new Float64Array(classes) };
  const order = mixed(rows.length);
  const scores = new Float64Array(classes);
  for (let round = 0; round < ROUNDS; round++) {
    for (const at of order) {
      const row = rows[at];
      if (row) learn(row, weights, RATE / (1 + round / 15), scores);
    }
  }
  return quantise(index, weights, intents);
}

function quantise(
  index: ReadonlyMap<number, number>,
  { table, bias }: Weights,
  intents: readonly string[],
): IntentModel {
  const classes = intents.length;
  const steps = (weights: Float64Array) => Array.from(weights, (weight) => Math.round(weight / STEP) + 0);
  const kept = [...index]
    .map(([feature, i]) => ({ feature, row: steps(table.subarray(i * classes, (i + 1) * classes)) }))
    .filter(({ row }) => row.some((weight) => Math.abs(weight) >= LEAST));
  return {
    intents: [...intents],
    priors: steps(bias),
    features: pack(kept.map(({ feature }, i) => feature - (kept[i - 1]?.feature ?? 0))),
    weights: pack(kept.flatMap(({ row }) => row.map(unsigned))),
    scale: STEP / TEMPERATURE,
  };
}
