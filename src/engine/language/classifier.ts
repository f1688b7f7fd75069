import type { IntentModel } from "../knowledge/types.ts";
import { type Features, featureNumber } from "./features.ts";
import { signed, unpack } from "./packing.ts";

/** Probability per intent (they sum to 1), best first. */
export type Ranking = readonly { readonly intent: string; readonly probability: number }[];

/** Below this confidence the dialogue asks what is meant instead of answering. */
export const FLOOR = 0.4;

/** Softmax of scores; stable for large ones. */
export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** The model's weights ready for use. */
interface Weights {
  /** Feature → where its weights begin. */
  readonly rows: ReadonlyMap<number, number>;
  readonly weights: Int16Array;
}

/** Unpacked once per model. */
const unpacked = new WeakMap<IntentModel, Weights>();

function weightsOf(model: IntentModel): Weights {
  const known = unpacked.get(model);
  if (known) return known;
  const rows = new Map<number, number>();
  let feature = 0;
  for (const [at, distance] of unpack(model.features).entries()) {
    feature += distance;
    rows.set(feature, at * model.intents.length);
  }
  const made = { rows, weights: Int16Array.from(unpack(model.weights), signed) };
  unpacked.set(model, made);
  return made;
}

/** Scores of one text in logits, in the order of the model's intents. `boost` adds what rules know. */
export function scoresOf(
  model: IntentModel,
  features: Features,
  boost: Readonly<Record<string, number>> = {},
): number[] {
  const { rows, weights } = weightsOf(model);
  const sums = new Float64Array(model.intents.length);
  let squares = 0;
  for (const [feature, value] of features) {
    squares += value * value;
    const row = rows.get(featureNumber(feature));
    if (row === undefined) continue;
    for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (weights[row + i] ?? 0) * value;
  }
  const norm = Math.sqrt(squares) || 1;
  return model.intents.map(
    (intent, i) => ((model.priors[i] ?? 0) + (sums[i] ?? 0) / norm) * model.scale + (boost[intent] ?? 0),
  );
}

/** Ranks the intents of a text by probability. */
export function classify(
  model: IntentModel,
  features: Features,
  boost: Readonly<Record<string, number>> = {},
): Ranking {
  const probabilities = softmax(scoresOf(model, features, boost));
  return model.intents
    .map((intent, i) => ({ intent, probability: probabilities[i] ?? 0 }))
    .sort((a, b) => b.probability - a.probability || a.intent.localeCompare(b.intent));
}
