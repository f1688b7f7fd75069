import type { Turn } from "../../../src/engine/index.ts";
import type { Opened } from "../background/messages.ts";
import { Tap } from "../parts/tap.tsx";
import { gistOf } from "../session/understood.ts";
import type { Words } from "../words/words.ts";

interface UnderstoodProps {
  readonly words: Words;
  readonly opened: Opened | null;
  readonly text: string;
  readonly turn: Turn;
  /** Whether the question was said instead of written. */
  readonly said: boolean;
  readonly onYes: () => void;
  readonly onAnew: () => void;
  readonly onChoose: () => void;
}

/** “Did I understand you right?”: what was written or said, what it was taken for, and three ways on. */
export function Understood({ words, opened, text, turn, said, onYes, onAnew, onChoose }: UnderstoodProps) {
  return (
    <main class="screen understood">
      <div class="question">
        <p class="understood-own" data-private={said ? undefined : ""}>
          {words.t(said ? "kiosk.understood.said" : "kiosk.understood.written", { text: beginning(text) })}
        </p>
        <h1 class="heading" tabIndex={-1}>
          <span class="understood-title">{words.t("kiosk.understood.title")}</span>
          {question(words, opened, turn)}
        </h1>
      </div>
      <Tap control="understood-yes" class="choice choice-main" onTap={onYes}>
        {words.t("kiosk.understood.yes")}
      </Tap>
      <div class="beside">
        <Tap control="understood-anew" class="choice" onTap={onAnew}>
          {words.t(said ? "kiosk.understood.anew-said" : "kiosk.understood.anew")}
        </Tap>
        <Tap control="understood-choose" class="choice" onTap={onChoose}>
          {words.t("kiosk.understood.choose")}
        </Tap>
      </div>
    </main>
  );
}

/** Enough of a long question to know it again. */
const LONGEST_SHOWN = 24;

function beginning(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST_SHOWN ? `${characters.slice(0, LONGEST_SHOWN).join("")}…` : text;
}

function question(words: Words, opened: Opened | null, turn: Turn): string {
  const { intent, matter } = gistOf(turn);
  const name = matter === null ? undefined : opened?.matters[matter]?.[words.language];
  return name === undefined
    ? words.t(`kiosk.understood.${intent}.any`)
    : words.t(`kiosk.understood.${intent}`, { matter: name });
}
