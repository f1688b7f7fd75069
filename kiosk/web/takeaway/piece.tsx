import { Tap } from "../parts/tap.tsx";
import type { BlockContext, Piece } from "../reply/section.ts";

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
