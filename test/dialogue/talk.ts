import { createEngine, type Input, type State, type Turn, type TurnContext } from "../../src/engine/index.ts";
import { realBundle } from "../real-bundle.ts";

/** The engine over the real knowledge, once for a file of tests. */
export const engine = createEngine(realBundle());

const NOW = "2026-11-22T10:30:00+08:00";

/** What is said, tapped or shared: a text, `{ tap }` or `{ locate }`. */
export type Move = string | { readonly tap: string } | { readonly locate: readonly [number, number] };

function inputOf(move: Move): Input {
  if (typeof move === "string") return { kind: "text", text: move };
  if ("tap" in move) return { kind: "choice", id: move.tap };
  const [latitude, longitude] = move.locate;
  return { kind: "location", latitude, longitude };
}

/** One turn after a state. */
export function turn(state: State | null, move: Move, context: Partial<TurnContext> = {}): Turn {
  return engine.turn(state, inputOf(move), { now: NOW, ...context });
}

/** A whole talk, one turn for each move. */
export function talk(moves: readonly Move[], context: Partial<TurnContext> = {}): readonly Turn[] {
  const turns: Turn[] = [];
  for (const move of moves) turns.push(turn(turns.at(-1)?.state ?? null, move, context));
  return turns;
}

/** The last turn of a talk. */
export function end(moves: readonly Move[], context: Partial<TurnContext> = {}): Turn {
  const last = talk(moves, context).at(-1);
  if (last === undefined) throw new Error("a talk needs a move");
  return last;
}

export const tap = (id: string): Move => ({ tap: id });

/** Phrase keys said in a reply. */
export function keysOf({ reply }: Turn): readonly string[] {
  return reply.blocks.flatMap((block) => (block.kind === "say" ? [block.key] : []));
}

/** Kinds of the blocks of a reply. */
export function kindsOf({ reply }: Turn): readonly string[] {
  return reply.blocks.map(({ kind }) => kind);
}

/** Benefits on the cards of a reply. */
export function cardsOf({ reply }: Turn): readonly string[] {
  return reply.blocks.flatMap((block) => (block.kind === "benefit" ? [block.benefit] : []));
}

/** Places on the cards of a reply. */
export function placesOf({ reply }: Turn): readonly string[] {
  return reply.blocks.flatMap((block) => (block.kind === "facility" ? [block.id] : []));
}

/** Ids of all choices of a reply. */
export function choiceIds({ state }: Turn): readonly string[] {
  return state.offered.map(({ id }) => id);
}
