/** The engine's one door: everything outside `src/engine` imports from here only. */
export type * from "./api.ts";
export type { State } from "./dialogue/state.ts";
export { createEngine } from "./engine.ts";
export type { EmergencyKind } from "./knowledge/intents.ts";
export { INTENTS, type Intent } from "./knowledge/intents.ts";
export type * from "./knowledge/types.ts";
export { LANGUAGES } from "./knowledge/types.ts";
export { FLOOR } from "./language/index.ts";
export type * from "./language/types.ts";
export { asText, choicesOf } from "./message/text.ts";
export type * from "./message/types.ts";
