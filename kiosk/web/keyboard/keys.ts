import { SimpleKeyboard } from "simple-keyboard";
import type { KeyboardMaker } from "./keyboard.ts";

/**
 * The keys, in a script of their own that is loaded with the first use. Keys act when the finger is lifted
 * (`useMouseEvents` makes the library listen to clicks; by itself it acts on touching) and do not repeat when
 * held; what the library remembers of the keys is thrown away after each, so nothing typed stays in it.
 */
const make: KeyboardMaker = (place, { rows, names, onKey }) => {
  const keys = rows.flatMap((row) => row.split(" "));
  const keyboard: SimpleKeyboard = new SimpleKeyboard(place, {
    layout: { default: [...rows] },
    display: Object.fromEntries(keys.map((key) => [key, names[key] ?? key])),
    buttonAttributes: keys.map((key) => ({
      attribute: "data-control",
      value: `letter-${key.replace(/[{}]/g, "")}`,
      buttons: key,
    })),
    buttonTheme: [{ class: "tap key", buttons: keys.join(" ") }],
    useButtonTag: true,
    useMouseEvents: true,
    disableButtonHold: true,
    disableCaretPositioning: true,
    physicalKeyboardHighlight: false,
    onKeyPress: (key) => {
      keyboard.clearInput();
      onKey(key.replace(/[{}]/g, ""));
    },
  });
  return () => keyboard.destroy();
};

(globalThis as { kioskKeyboard?: KeyboardMaker }).kioskKeyboard = make;
