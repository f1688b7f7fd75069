/** Decisions and drafts into sentences. The only user of i18next. */

export { toEntitlement } from "./entitlement.ts";
export { toHit } from "./facility.ts";
export { createPhrases } from "./phrases.ts";
export { render } from "./render.ts";
export type { Voice } from "./words.ts";
