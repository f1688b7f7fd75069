/** What a person may want; fixed by the contract. */
export const INTENTS = [
  "entitlements",
  "benefit_info",
  "facility_nearest",
  "facility_info",
  "apply_howto",
  "policy_lookup",
  "provider_subsidy",
  "handoff",
  "smalltalk",
  "emergency",
  "out_of_scope",
] as const;

export type Intent = (typeof INTENTS)[number];
