import { Fragment } from "preact";
import type { Piece } from "./section.ts";

/** The ways past a question of many buttons, side by side: the rows saved are rows of answers. */
export function besidePiece(pieces: readonly Piece[]): Piece {
  const node = (
    <div class="beside">
      {pieces.map((piece) => (
        <Fragment key={piece.key}>{piece.node}</Fragment>
      ))}
    </div>
  );
  const targets = pieces.reduce((sum, piece) => sum + piece.targets, 0);
  return { key: pieces.map(({ key }) => key).join("+"), node, private: false, targets };
}
