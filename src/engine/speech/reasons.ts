import type { ConfirmReason, Decision, Reason } from "../eligibility/types.ts";
import type { PhraseKey } from "../knowledge/ids.generated.ts";
import type { Entitlement } from "../message/types.ts";
import { local, sayDay, sayFact, sayPlace, type Voice } from "./words.ts";

/** Which band a number leaf sets: a floor, a ceiling, or both. */
function band(leaf: { readonly atLeast?: number; readonly below?: number }): "at-least" | "below" | "band" {
  if (leaf.atLeast !== undefined && leaf.below !== undefined) return "band";
  return leaf.atLeast !== undefined ? "at-least" : "below";
}

/** Said about the fact itself: a negated leaf holds for the person when the fact is not so. */
function factHolds(reason: Reason): Reason["holds"] {
  if (!reason.negated || reason.holds === "unknown") return reason.holds;
  return reason.holds === "yes" ? "no" : "yes";
}

/** One reason as a sentence that names the fact, the threshold or the place, and how it came out. */
export function sayReason(voice: Voice, reason: Reason): string {
  const { leaf } = reason;
  const holds = factHolds(reason);
  const fact = sayFact(voice, reason.fact, reason.value);
  const name = voice.knowledge.facts.get(reason.fact)?.name;
  switch (leaf.kind) {
    case "number":
      return voice.say(`reason.number.${holds}.${band(leaf)}` as PhraseKey, {
        fact,
        least: leaf.atLeast ?? 0,
        below: leaf.below ?? 0,
        last: (leaf.below ?? 1) - 1,
      });
    case "within":
      return voice.say(`reason.place.${holds}` as PhraseKey, {
        fact,
        name: name ? local(voice, name) : "",
        place: sayPlace(voice, leaf.place),
      });
    case "belongs":
      return voice.say(`reason.belongs.${holds}` as PhraseKey, { place: sayPlace(voice, leaf.place) });
    default:
      return voice.say("reason.plain", { fact });
  }
}

/** Reasons as the contract gives them, each fact's sentence once. */
export function because(voice: Voice, reasons: readonly Reason[]): Entitlement["because"] {
  const said = new Set<string>();
  return reasons.flatMap((reason) => {
    const text = sayReason(voice, reason);
    if (said.has(text)) return [];
    said.add(text);
    return [{ fact: reason.fact, holds: reason.holds, text }];
  });
}

/** Reasons that another one says already: news may be old by itself, and who checks also assesses. */
const SAID_BY: Partial<Record<ConfirmReason, ConfirmReason>> = {
  undated: "news-source",
  assessed: "self-check",
};

/** Why a holding rule is not a plain yes, and whom to ask. */
export function sayConfirm(voice: Voice, decision: Decision, office: string): readonly string[] {
  const { confirm } = decision;
  const reasons = confirm.filter((reason) => {
    const other = SAID_BY[reason];
    return other === undefined || !confirm.includes(other);
  });
  return reasons.map((reason) => sayConfirmReason(voice, reason, decision, office));
}

function sayConfirmReason(voice: Voice, reason: ConfirmReason, decision: Decision, office: string): string {
  const { provision } = decision;
  if (reason === "ended")
    return voice.say("confirm.ended", {
      day: provision.period.to === null ? "" : sayDay(voice, provision.period.to),
      office,
    });
  if (reason !== "news-source") return voice.say(`confirm.${reason}`, { office });
  const first = provision.sources[0];
  const issued = first ? voice.knowledge.documents.get(first.document)?.issued : null;
  return issued
    ? voice.say("confirm.news-source", { day: sayDay(voice, issued), office })
    : voice.say("confirm.news-source-undated", { office });
}
