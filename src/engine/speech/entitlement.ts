import type { Decision } from "../eligibility/types.ts";
import type { Office } from "../knowledge/types.ts";
import type { Entitlement } from "../message/types.ts";
import { because, sayConfirm } from "./reasons.ts";
import { sources } from "./sources.ts";
import { local, type Voice } from "./words.ts";

/** A decision in words, as the contract shapes it. The same decision gives the same entitlement in every face. */
export function toEntitlement(voice: Voice, decision: Decision, office: Office): Entitlement {
  const { benefit, provision, amount } = decision;
  const officeName = local(voice, office.name);
  return {
    benefit: benefit.id,
    provision: provision.id,
    name: local(voice, benefit.name),
    outcome: decision.outcome,
    missing: decision.evaluation.missing,
    because: because(voice, decision.evaluation.because),
    amount: amount && {
      value: amount.value,
      unit: amount.unit,
      bound: amount.bound,
      goesTo: amount.goesTo,
      label: amount.label && local(voice, amount.label),
    },
    jurisdiction: decision.jurisdiction,
    validity: { from: provision.period.from, to: provision.period.to, state: decision.periodState },
    confirm: sayConfirm(voice, decision, officeName),
    apply: {
      office: office.id,
      officeName,
      bring: benefit.apply.bring.map((item) => local(voice, item)),
      steps: benefit.apply.steps && local(voice, benefit.apply.steps),
      automatic: benefit.apply.automatic,
    },
    selfCheck: provision.selfCheck.map((text) => local(voice, text)),
    gaps: provision.gaps.map((text) => local(voice, text)),
    sources: sources(voice, decision.citations),
  };
}
