import type { Piece } from "../reply/section.ts";
import type { Words } from "../words/words.ts";

/** A section's heading with its text; `private` as for pieces. */
export function headingPiece(key: string, text: string, isPrivate: boolean): Piece {
  const node = (
    <h1 class="heading" tabIndex={-1}>
      {text}
    </h1>
  );
  return { key: `${key}/heading`, node, private: isPrivate, targets: 0 };
}

/** The heading of an answer that has no title of its own. */
export function answerHeading(words: Words, key: string): Piece {
  return headingPiece(key, words.t("kiosk.answer.title"), false);
}
