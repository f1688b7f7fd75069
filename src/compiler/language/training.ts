import type { IntentModel } from "../../engine/knowledge/types.ts";
import { softmax } from "../../engine/language/classifier.ts";

/** One labelled sentence as the classifier sees it. */
export interface Example {
  readonly intent: string;
  readonly features: ReadonlyMap<string, number>;
}

const ROUNDS = 60;
const RATE = 1.2;
const DECAY = 1e-4;
/** Features met in fewer sentences say more about the sentence than about the intent. */
const RAREST = 2;
/** Weights are kept as whole numbers of this fraction of a logit. */
const STEP = 0.05;
/** Logits are divided by this, so that confidence is about how often the reading is right. */
const TEMPERATURE = 1.3;

interface Row {
  readonly target: number;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

function indexFeatures(examples: readonly Example[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of examples) {
    for (const feature of features.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const kept = [...counts].filter(([, count]) => count >= RAREST).map(([feature]) => feature);
  return new Map(kept.sort().map((feature, i) => [feature, i]));
}

function toRow(example: Example, index: ReadonlyMap<string, number>, intents: readonly string[]): Row {
  const norm = Math.sqrt([...example.features.values()].reduce((sum, value) => sum + value * value, 0)) || 1;
  const known = [...example.features].filter(([feature]) => index.has(feature));
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

function learn(row: Row, { table, bias }: Weights, rate: number): void {
  const classes = bias.length;
  const scores = Array.from(bias);
  for (const [i, index] of row.indices.entries()) {
    for (let c = 0; c < classes; c++) {
      scores[c] = (scores[c] ?? 0) + (table[index * classes + c] ?? 0) * (row.values[i] ?? 0);
    }
  }
  const errors = softmax(scores).map((probability, c) => (c === row.target ? 1 : 0) - probability);
  for (let c = 0; c < classes; c++) bias[c] = (bias[c] ?? 0) + rate * 0.1 * (errors[c] ?? 0);
  for (const [i, index] of row.indices.entries()) {
    for (let c = 0; c < classes; c++) {
      const at = index * classes + c;
      const weight = table[at] ?? 0;
      table[at] = weight + rate * ((errors[c] ?? 0) * (row.values[i] ?? 0) - DECAY * weight);
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
  for (let round = 0; round < ROUNDS; round++) {
    for (const at of order) {
      const row = rows[at];
      if (row) learn(row, weights, RATE / (1 + round / 15));
    }
  }
  return quantise(index, weights, intents);
}

function quantise(
  index: ReadonlyMap<string, number>,
  { table, bias }: Weights,
  intents: readonly string[],
): IntentModel {
  const classes = intents.length;
  const kept: [string, number[]][] = [];
  for (const [feature, i] of index) {
    const row = Array.from(
      table.subarray(i * classes, (i + 1) * classes),
      (weight) => Math.round(weight / STEP) + 0,
    );
    if (row.some((weight) => Math.abs(weight) >= 3)) kept.push([feature, row]);
  }
  return {
    intents: [...intents],
    priors: Array.from(bias, (weight) => Math.round(weight / STEP) + 0),
    weights: Object.fromEntries(kept),
    scale: STEP / TEMPERATURE,
  };
}
