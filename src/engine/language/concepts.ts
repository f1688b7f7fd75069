/** Kinds by concept: asked for at every turn, and cut from an id anew a kind would have to be hashed each time. */
const kinds = new Map<string, string>();

/** The part of a concept id before the colon: `type`, `fact`, `cue` … */
export function kindOf(concept: string): string {
  const known = kinds.get(concept);
  if (known !== undefined) return known;
  const kind = concept.slice(0, concept.indexOf(":"));
  kinds.set(concept, kind);
  return kind;
}

/** The part of a concept id after the colon. */
export function idOf(concept: string): string {
  return concept.slice(concept.indexOf(":") + 1);
}

/** Whether a word stands for something of one of the kinds. */
export function isOf({ concepts }: { readonly concepts: readonly string[] }, ...kinds: string[]): boolean {
  // A loop, because every word of every text is asked.
  for (const concept of concepts) if (kinds.includes(kindOf(concept))) return true;
  return false;
}
