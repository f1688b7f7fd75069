import type { Piece, Section } from "../reply/section.ts";
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

/** The heading of an answer that has no title of its own; where it leaves no room it is for screen readers only. */
export function answerHeading(words: Words, key: string): Pick<Section, "heading" | "shortHeadings"> {
  const text = words.t("kiosk.answer.title");
  const heading = headingPiece(key, text, false);
  const node = (
    <h1 class="unseen" tabIndex={-1}>
      {text}
    </h1>
  );
  return { heading, shortHeadings: [{ ...heading, key: `${key}/unseen`, node }] };
}
