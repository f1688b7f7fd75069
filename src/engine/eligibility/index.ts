/** What a person is entitled to: three-valued conditions, the provision that answers, and what to ask next. */
export { checkFacts, type FactProblem } from "./check-facts.ts";
export { decide, decideBenefit } from "./decide.ts";
export { determinationId } from "./determination.ts";
export { canHold, evaluate, factsOf } from "./evaluate.ts";
export { impliedFacts } from "./implied.ts";
export { type Asked, nextQuestion } from "./next-question.ts";
export type * from "./types.ts";
