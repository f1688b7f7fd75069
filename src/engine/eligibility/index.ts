/** What a person is entitled to: three-valued conditions, the provision that answers, and what to ask next. */
export { checkFacts } from "./check-facts.ts";
export { decide, decideBenefit } from "./decide.ts";
export { determinationId } from "./determination.ts";
export { evaluate } from "./evaluate.ts";
export { impliedFacts } from "./implied.ts";
export { nextQuestion } from "./next-question.ts";
export type * from "./types.ts";
