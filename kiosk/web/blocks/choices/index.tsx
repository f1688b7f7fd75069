import type { Block } from "../../../../src/engine/index.ts";
import { Tap } from "../../parts/tap.tsx";
import { textPieces } from "../../parts/text.tsx";
import { type BlockContext, choiceInput, type Piece } from "../../reply/section.ts";

/** Offers after an answer: more, another matter, start over. Each is one button. */
export function choicesPieces(
  block: Extract<Block, { kind: "choices" }>,
  key: string,
  { send }: BlockContext,
): readonly Piece[] {
  const buttons = block.choices.map((choice) => ({
    key: `${key}/${choice.id}`,
    node: (
      <Tap control={choice.id} class="choice" onTap={() => send(choiceInput(choice))}>
        {choice.text}
      </Tap>
    ),
    speech: "",
    private: false,
    targets: 1,
  }));
  return [...textPieces(key, block.text, false), ...buttons];
}
