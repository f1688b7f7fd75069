import { besidePiece } from "../blocks/ask/index.tsx";
import { Tap } from "../parts/tap.tsx";
import type { BlockContext, Piece, Section } from "../reply/section.ts";

/** Puts the button to take an answer away on each of its pages; nothing where this kiosk has no way to. */
export function withTakeAway(section: Section, { takeAway, words }: BlockContext): Section {
  if (takeAway === null) return section;
  const piece: Piece = {
    key: `${section.key}/take-away`,
    node: (
      <Tap control="take-away" class="choice" onTap={() => takeAway(section.key)}>
        {words.t("kiosk.take.title")}
      </Tap>
    ),
    private: false,
    targets: 1,
  };
  const always = section.always.length === 0 ? [piece] : [besidePiece([...section.always, piece])];
  return { ...section, always };
}

/** Hands what was asked over to the desk, on the screen that sends people there; nothing where no desk would open it. */
export function handOverPieces(key: string, { handOver, words }: BlockContext): readonly Piece[] {
  if (handOver === null) return [];
  const node = (
    <Tap control="hand-over" class="choice" onTap={handOver}>
      {words.t("kiosk.take.hand-over")}
    </Tap>
  );
  return [{ key: `${key}/hand-over`, node, private: false, targets: 1 }];
}
