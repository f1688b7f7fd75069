import type { Knowledge } from "../knowledge/index.ts";
import type { Day, Facts, Outcome, Provision } from "../knowledge/types.ts";
import type { ConfirmReason, Evaluation, PeriodState } from "./types.ts";

/** Where the day stands in the provision's period; the last day still counts as in force. */
export function periodStateOf(provision: Provision, asOf: Day): PeriodState {
  const { from, to, basis } = provision.period;
  if (from !== null && from > asOf) return "planned";
  if (to !== null && to < asOf) return "ended";
  return basis === "none" ? "undated" : "in-force";
}

/** All that keeps a provision that holds from being a plain yes on that day; empty when nothing does. */
export function doubtsOf(knowledge: Knowledge, provision: Provision, asOf: Day): readonly ConfirmReason[] {
  const state = periodStateOf(provision, asOf);
  const source = knowledge.documents.get(provision.sources[0]?.document ?? "");
  const doubts: [ConfirmReason, boolean][] = [
    ["ended", state === "ended"],
    ["undated", provision.period.basis === "none"],
    ["weak-force", provision.force !== "grant" && provision.force !== "duty"],
    ["assessed", provision.assessed],
    ["self-check", provision.assessed && provision.selfCheck.length > 0],
    ["news-source", source?.kind === "news"],
  ];
  return doubts.flatMap(([reason, applies]) => (applies ? [reason] : []));
}

/** What the person is told: a verdict of yes with any doubt about the provision is “confirm with …”. */
export function outcomeOf(evaluation: Evaluation, doubts: readonly ConfirmReason[]): Outcome {
  return evaluation.verdict === "yes" && doubts.length > 0 ? "confirm" : evaluation.verdict;
}

/** Whether the answer stays open because hukou and residence are known to differ and the text does not say which counts. */
export function residenceDiffers(evaluation: Evaluation, facts: Facts): boolean {
  return (
    evaluation.verdict === "unknown" &&
    facts.hukou !== facts.residence &&
    evaluation.because.some(
      (reason) =>
        reason.leaf.kind === "belongs" &&
        reason.holds === "unknown" &&
        reason.value !== undefined &&
        !evaluation.missing.includes("hukou") &&
        !evaluation.missing.includes("residence"),
    )
  );
}
