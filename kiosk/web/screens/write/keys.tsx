import { useContext, useEffect, useRef } from "preact/hooks";
import { KEY_REPEAT_MS } from "../../device/guard.ts";
import { keyRows, loadKeyboard } from "../../keyboard/keyboard.ts";
import keysScript from "../../keyboard/keys.ts?worker&url";
import { Guard } from "../../parts/tap.tsx";
import type { Reading } from "../../writing/pinyin.ts";
import { useFound } from "./found.ts";
import { Paged } from "./paged.tsx";
import type { WayProps } from "./way.ts";

const NONE: readonly Reading[] = [];
/** Longest sound typed before a word is chosen. */
const LONGEST_LETTERS = 24;

/** Writing by sound: keys, and above them what the letters may be; in English the letters are the text itself. */
export function Keys(props: WayProps) {
  const { words, writing, ready, entry, enter, offers, put, sizes } = props;
  const { letters, text } = entry;
  const latin = words.language === "en";
  const readings = useFound(ready && letters !== "" ? letters : null, () => writing.readings(letters), NONE);
  const press = (key: string): void => {
    if (key === "erase" && letters !== "") enter({ letters: letters.slice(0, -1) });
    else if (key === "erase") enter({ text: [...text].slice(0, -1).join("") });
    else if (latin) put(key === "space" ? " " : key, 0);
    else enter({ letters: (letters + key).slice(0, LONGEST_LETTERS) });
  };
  const choose = ({ text: chosen, letters: taken }: Reading): void => {
    put(chosen, 0);
    enter({ letters: letters.slice(taken) });
  };
  const found = readings.map((reading) => ({ text: reading.text, onTap: () => choose(reading) }));
  return (
    <div class="keys">
      {latin ? null : (
        <Paged
          key={letters}
          sizes={sizes}
          more={letters !== ""}
          words={words}
          label={words.t("kiosk.write.which")}
          offers={letters === "" ? offers : found}
          empty={words.t(
            letters === ""
              ? "kiosk.write.letters-hint"
              : ready
                ? "kiosk.write.none"
                : "kiosk.write.preparing",
          )}
        />
      )}
      <Keyboard words={words} space={latin} onKey={press} />
    </div>
  );
}

interface KeyboardProps {
  readonly words: WayProps["words"];
  readonly space: boolean;
  readonly onKey: (key: string) => void;
}

function Keyboard({ words, space, onKey }: KeyboardProps) {
  const guard = useContext(Guard);
  const place = useRef<HTMLDivElement>(null);
  const press = useRef(onKey);
  press.current = onKey;
  useEffect(() => {
    let remove = (): void => {};
    let gone = false;
    loadKeyboard(keysScript).then(
      (make) => {
        if (gone || place.current === null) return;
        const mm = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--mm"));
        remove = make(place.current, {
          rows: keyRows(place.current.clientWidth / mm, space),
          names: {
            "{erase}": words.t("kiosk.write.erase-key"),
            "{space}": words.t("kiosk.write.space-key"),
          },
          onKey: (key) => {
            if (guard.accepts(`letter-${key}`, KEY_REPEAT_MS)) press.current(key);
          },
        });
      },
      () => undefined,
    );
    return () => {
      gone = true;
      remove();
    };
  }, [space, words.language]);
  return (
    <div class="keyboard">
      <div ref={place} class="keyboard-keys" data-unspoken="" />
    </div>
  );
}
