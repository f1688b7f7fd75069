import type { Intent } from "../../knowledge/intents.ts";
import type { IntentHandler } from "../scene.ts";
import { applyHowto } from "./apply-howto.ts";
import { benefitInfo } from "./benefit-info.ts";
import { ownClaim } from "./claims.ts";
import { entitlements } from "./entitlements.ts";
import { facilityInfo } from "./facility-info.ts";
import { facilityNearest } from "./facility-nearest.ts";
import { emergency, handoff, outOfScope, smalltalk } from "./people.ts";
import { policyLookup, providerSubsidy } from "./topics.ts";

/** One handler an intent; a forgotten one is a compile error. */
export const HANDLERS: Readonly<Record<Intent, IntentHandler>> = {
  entitlements,
  benefit_info: benefitInfo,
  facility_nearest: facilityNearest,
  facility_info: facilityInfo,
  apply_howto: applyHowto,
  policy_lookup: (scene) => ownClaim(scene) ?? policyLookup(scene),
  provider_subsidy: providerSubsidy,
  handoff,
  smalltalk,
  emergency,
  out_of_scope: outOfScope,
};
