import type { Block } from "../../../../src/engine/index.ts";
import { textPieces } from "../../parts/text.tsx";
import type { Piece } from "../../reply/section.ts";

/** A sentence or short paragraph, in the flow of the answer. */
export function sayPieces(
  block: Extract<Block, { kind: "say" }>,
  key: string,
  personal: boolean,
): readonly Piece[] {
  return textPieces(key, block.text, personal);
}
