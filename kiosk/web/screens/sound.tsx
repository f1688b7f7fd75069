import { Tap } from "../parts/tap.tsx";
import type { Sound } from "../session/session.ts";
import type { Words } from "../words/words.ts";

const CHOICES: readonly Sound[] = ["normal", "slow", "fast", "off"];

interface SoundProps {
  readonly words: Words;
  readonly sound: Sound;
  readonly onSound: (sound: Sound) => void;
}

/** Whether and how fast to read aloud: four sentences to choose from, and each leads straight back. */
export function SoundScreen({ words, sound, onSound }: SoundProps) {
  return (
    <main class="screen sound">
      <div class="question">
        <h1 class="heading" tabIndex={-1}>
          {words.t("kiosk.sound.title")}
        </h1>
        <p>{words.t("kiosk.sound.stop")}</p>
      </div>
      <div class="sound-choices">
        {CHOICES.map((choice) => (
          <Tap
            key={choice}
            control={`sound-${choice}`}
            class="choice sound-choice"
            pressed={choice === sound}
            onTap={() => onSound(choice)}
          >
            {words.t(`kiosk.sound.${choice}`)}
          </Tap>
        ))}
      </div>
    </main>
  );
}
