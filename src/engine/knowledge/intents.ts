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

/** Kinds of emergencies: which number is named first depends on them. */
export const EMERGENCY_KINDS = [
  "medical",
  "fire",
  "gas",
  "rescue",
  "traffic",
  "crime",
  "missing",
  "self-harm",
  "fraud",
  "abuse",
] as const;
export type EmergencyKind = (typeof EMERGENCY_KINDS)[number];

/** The class of sentences that are no emergency, beside the kinds of emergencies. */
export const NO_ALARM = "none";
