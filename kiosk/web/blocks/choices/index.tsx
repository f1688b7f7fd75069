import type { Block } from "../../../../src/engine/index.ts";
import { Tap } from "../../parts/tap.tsx";
import { type BlockContext, choiceInput, type Piece } from "../../reply/section.ts";

/** The bar has this button on every screen; twice on one screen it would only be one more to choose from. */
export const OF_THE_BAR = "human";

/** Offers after an answer: more, another matter, start over. Each is one button; their words stay with the first. */
export function choicesPieces(
  block: Extract<Block, { kind: "choices" }>,
  key: string,
  { send }: BlockContext,
): readonly Piece[] {
  const offered = block.choices.filter(({ id }) => id !== OF_THE_BAR);
  return offered.map((choice, index) => ({
    key: `${key}/${choice.id}`,
    node: (
      <div class="offer">
        {index === 0 && block.text !== "" ? <p class="paragraph">{block.text}</p> : null}
        <Tap control={choice.id} class="choice" onTap={() => send(choiceInput(choice))}>
          {choice.text}
        </Tap>
      </div>
    ),
    private: false,
    targets: 1,
  }));
}
