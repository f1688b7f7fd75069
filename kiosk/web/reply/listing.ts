import type { Reply, State } from "../../../src/engine/index.ts";

/**
 * Whether the benefits of a reply are a list to choose from. The engine gives them briefly then, and all about
 * one of them when it is asked for; asked about one benefit it gives the whole card at once.
 */
export function listsBenefits(reply: Reply, { intent }: Pick<State, "intent">): boolean {
  const ids = reply.blocks.flatMap((block) => (block.kind === "benefit" ? [block.benefit] : []));
  return intent === "entitlements" || new Set(ids).size > 1;
}
