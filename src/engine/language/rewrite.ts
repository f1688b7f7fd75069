import { type Automaton, longest } from "./automaton.ts";
import { idOf } from "./concepts.ts";

/** Rewrites dialect and variant wordings (佗位, 阮老母) to the standard ones (哪里, 我妈), longest first. */
export function rewriteWith(text: string, rewrites: Automaton): string {
  const found = rewrites.findAll(text);
  if (found.length === 0) return text;
  let result = "";
  let at = 0;
  for (const match of longest(found)) {
    result += text.slice(at, match.start) + idOf(match.concepts[0] ?? ":");
    at = match.end;
  }
  return result + text.slice(at);
}
