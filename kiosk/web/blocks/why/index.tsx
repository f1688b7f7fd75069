import type { Block } from "../../../../src/engine/index.ts";
import { headingPiece } from "../../parts/heading.tsx";
import { listPieces, sourcePieces } from "../../parts/text.tsx";
import type { BlockContext, Section } from "../../reply/section.ts";

/** Reasons, e.g. why not: about this very person, so never spoken unasked. */
export function whySection(
  block: Extract<Block, { kind: "why" }>,
  key: string,
  { words }: BlockContext,
): Section {
  return {
    key,
    layout: "flow",
    group: "main",
    always: [],
    heading: headingPiece(key, block.title, true),
    pieces: [...listPieces(key, "", block.reasons, true), ...sourcePieces(key, block.sources, words)],
  };
}
