import type { Control } from "./controls.ts";
import { factAskedAt, outcomeBehind, situationOf } from "./situations.ts";
import { asked, type Setting, type Shown, type Spot, show } from "./spot.ts";

/** A way on from a screen. */
export interface Way {
  /** The same for the same button in the same situation. */
  readonly key: string;
  /** Buttons to tap: one, or the digits of an age and the one that confirms it. */
  readonly buttons: readonly string[];
  /** Question and answer, for a question about a person; null for any other button. */
  readonly answer: string | null;
}

/** Stands in a path for writing a sentence and sending it. */
export const OWN_WORDS = "(own words)";

/** Ages on both sides of each age at which a rule begins. */
const AGES = ["59", "60", "64", "65", "79", "80", "90", "100"] as const;

/** All ways on from a screen: each button, each age on the pad, a sentence where one writes, and a person. */
export function waysFrom({ spot, shown }: { readonly spot: Spot; readonly shown: Shown }): readonly Way[] {
  const situation = situationOf(spot);
  const fact = factAskedAt(spot);
  const names = shown.controls.map(({ name }) => name);
  const way = (buttons: readonly string[], answers = false): Way => ({
    key: `${situation} > ${buttons.join("+")}${outcomeBehind(spot, buttons.join())}`,
    buttons,
    answer: answers && fact !== null ? `${fact}: ${buttons.join("+")}` : null,
  });
  const enabled = shown.controls.filter(({ disabled, name }) => !disabled && !name.startsWith("key-"));
  const typed = AGES.map((age) => [...[...age].map((digit) => `key-${digit}`), "key-confirm"]);
  return [
    ...enabled.map(({ name }) => way([name], /^(fact:|place-)/.test(name))),
    ...(names.includes("key-confirm") ? typed.map((buttons) => way(buttons, true)) : []),
    ...(names.includes("send") ? [way([OWN_WORDS])] : []),
    way(["bar-person"]),
  ];
}

/** Where taps lead, one after the other; `ownWords` is what is written for `OWN_WORDS`. */
export function tapped(setting: Setting, from: Spot, buttons: readonly string[], ownWords = ""): Spot {
  return buttons.reduce((spot, button) => afterOne(setting, spot, button, ownWords), from);
}

function afterOne(setting: Setting, spot: Spot, button: string, ownWords: string): Spot {
  if (button === "bar-person") return asked(setting, spot, { kind: "choice", id: "human" });
  if (button === OWN_WORDS) return asked(setting, spot, { kind: "text", text: ownWords }, true);
  const shown = show(setting, spot);
  const control: Control | undefined = shown.controls.find(({ name }) => name === button);
  if (control === undefined) throw new Error(`no ${button} among ${shown.controls.map(({ name }) => name)}`);
  return shown.after(control);
}
