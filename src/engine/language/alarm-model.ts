import { type EmergencyKind, NO_ALARM } from "../knowledge/intents.ts";
import type { IntentModel } from "../knowledge/types.ts";
import { scoresOf, softmax } from "./classifier.ts";
import { alarmFeaturesOf } from "./features.ts";
import type { Reading } from "./reading.ts";

/** The likeliest kind of emergency, and how likely it is (0…1) that the text is one at all, of whatever kind. */
export interface LikelyAlarm {
  readonly kind: EmergencyKind;
  readonly probability: number;
  /** How likely it is one of just this kind. */
  readonly ofKind: number;
}

/** What the sentences of `knowledge/utterances/alarms` say of a text; null where the model knows no kind. */
export function likelyAlarm(
  model: IntentModel,
  reading: Pick<Reading, "text" | "parts" | "cues">,
): LikelyAlarm | null {
  const probabilities = softmax(scoresOf(model, alarmFeaturesOf(reading)));
  const ranked = model.intents
    .map((kind, at) => ({ kind, probability: probabilities[at] ?? 0 }))
    .sort((a, b) => b.probability - a.probability);
  const calm = ranked.find(({ kind }) => kind === NO_ALARM)?.probability ?? 1;
  const top = ranked.find(({ kind }) => kind !== NO_ALARM);
  return top ? { kind: top.kind as EmergencyKind, probability: 1 - calm, ofKind: top.probability } : null;
}
