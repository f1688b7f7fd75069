import type { IntentModel } from "../knowledge/types.ts";

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

/** Scores of one text in logits, in the order of the model's intents. `boost` adds what rules know. */
export function scoresOf(
  model: IntentModel,
  features: ReadonlyMap<string, number>,
  boost: Readonly<Record<string, number>> = {},
): number[] {
  const scores = model.priors.map((prior) => prior * model.scale);
  const norm = Math.sqrt([...features.values()].reduce((sum, value) => sum + value * value, 0)) || 1;
  for (const [feature, value] of features) {
    const weights = model.weights[feature];
    if (!weights) continue;
    for (let i = 0; i < scores.length; i++) {
      scores[i] = (scores[i] ?? 0) + ((weights[i] ?? 0) * model.scale * value) / norm;
    }
  }
  return scores.map((score, i) => score + (boost[model.intents[i] ?? ""] ?? 0));
}

/** Ranks the intents of a text by probability. */
export function classify(
  model: IntentModel,
  features: ReadonlyMap<string, number>,
  boost: Readonly<Record<string, number>> = {},
): Ranking {
  const probabilities = softmax(scoresOf(model, features, boost));
  return model.intents
    .map((intent, i) => ({ intent, probability: probabilities[i] ?? 0 }))
    .sort((a, b) => b.probability - a.probability || a.intent.localeCompare(b.intent));
}
