/** (State, reading) → (State, draft reply). Sees no raw text and makes no sentence. */

export { readChoice } from "./moves.ts";
export { homeFor, officeOf } from "./offices.ts";
export { inReadingOrder } from "./order.ts";
export { conversationSlots } from "./slots.ts";
export { factsOf, initialState } from "./state.ts";
export { type Setting, type Step, step, stepWhyNot } from "./step.ts";
