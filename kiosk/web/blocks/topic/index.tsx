import type { Block } from "../../../../src/engine/index.ts";
import { headingPiece } from "../../parts/heading.tsx";
import { linePieces, textPieces } from "../../parts/text.tsx";
import type { Section } from "../../reply/section.ts";

/** Something known that is decided for no person: title, text, figures, source. */
export function topicSection(block: Extract<Block, { kind: "topic" }>, key: string): Section {
  return {
    key,
    layout: "flow",
    group: "main",
    always: [],
    heading: headingPiece(key, block.title, false),
    pieces: [...textPieces(key, block.text, false), ...linePieces(key, block.lines, false)],
  };
}
