import type { Turning } from "../reply/turning.ts";
import type { Words } from "../words/words.ts";
import { Tap } from "./tap.tsx";

interface TurnerProps {
  readonly turning: Turning;
  readonly words: Words;
  readonly onTurn: (page: number) => void;
}

/** The row that turns pages: back on the left, on to the right, and where one is. */
export function Turner({ turning, words, onTurn }: TurnerProps) {
  const { previous, next, previousIsItem, nextIsItem, page, pages } = turning;
  return (
    <div class="turner">
      {previous === null ? (
        <span />
      ) : (
        <Tap control="previous" class="choice" onTap={() => onTurn(previous)}>
          {words.t(previousIsItem ? "kiosk.page.previous-item" : "kiosk.page.previous")}
        </Tap>
      )}
      <p class="turner-count">{pages > 1 ? words.t("kiosk.page.count", { page, pages }) : ""}</p>
      {next === null ? (
        <span />
      ) : (
        <Tap control="next" class="choice choice-main" onTap={() => onTurn(next)}>
          {words.t(nextIsItem ? "kiosk.page.next-item" : "kiosk.page.next")}
        </Tap>
      )}
    </div>
  );
}
