/** The part of a concept id before the colon: `type`, `fact`, `cue` … */
export function kindOf(concept: string): string {
  return concept.slice(0, concept.indexOf(":"));
}

/** The part of a concept id after the colon. */
export function idOf(concept: string): string {
  return concept.slice(concept.indexOf(":") + 1);
}
