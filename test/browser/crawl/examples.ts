import type { Opened } from "../../../kiosk/web/background/messages.ts";
import { FRESH, present } from "../../../kiosk/web/session/session.ts";
import type { Bundle, Facts, FactValue } from "../../../src/engine/index.ts";
import { factAskedAt } from "./situations.ts";
import { type Setting, type Spot, show } from "./spot.ts";
import { tapped } from "./ways.ts";

/** A person the knowledge gives as an example of a benefit. */
interface Person {
  readonly benefit: string;
  readonly facts: Facts;
}

/** The persons of all examples; the same facts of the same benefit once. */
export function peopleOf({ benefits }: Bundle): readonly Person[] {
  const all = benefits.flatMap(({ id, examples }) => examples.map(({ facts }) => ({ benefit: id, facts })));
  return [...new Map(all.map((person) => [JSON.stringify(person), person])).values()];
}

/** Longer than any interview. */
const MOST_ANSWERS = 40;

/** The screens by which a person of an example comes who looks that benefit up and answers what they are asked. */
export function interviewed(
  setting: Setting,
  person: Person,
): readonly { readonly spot: Spot; readonly path: readonly string[] }[] {
  let path = pathTo(setting.opened, person.benefit);
  let spot = tapped(setting, { session: FRESH, section: null }, path);
  const visits = [{ spot, path }];
  for (let fact = factAskedAt(spot); fact !== null; fact = factAskedAt(spot)) {
    const names = show(setting, spot).controls.map(({ name }) => name);
    const buttons = answerOf(person, fact, spot, names);
    if (buttons === null || visits.length > MOST_ANSWERS)
      throw new Error(`${person.benefit} asks ${fact} without an end: ${names.join(" ")}`);
    spot = tapped(setting, spot, buttons);
    path = [...path, ...buttons];
    visits.push({ spot, path });
  }
  return visits;
}

/** From home to a benefit through its group. */
function pathTo({ groups }: Opened, benefit: string): readonly string[] {
  const choice = `benefit:${benefit}`;
  const group = groups.find(({ matters }) => matters.some((one) => "choice" in one && one.choice === choice));
  if (group === undefined) throw new Error(`${benefit} is in no group`);
  return ["card-home.rest", `group-${group.id}`, choice];
}

/** The buttons with which this person answers; null when none of them does. */
function answerOf(
  { facts }: Person,
  fact: string,
  spot: Spot,
  names: readonly string[],
): readonly string[] | null {
  const known = (facts as Readonly<Record<string, FactValue>>)[fact];
  const unsure = names.filter((name) => name === `fact:${fact}=?`);
  const own = known === undefined ? [] : buttonsFor(known, fact, spot, names);
  const buttons = own.length > 0 ? own : unsure;
  return buttons.length > 0 ? buttons : null;
}

function buttonsFor(known: FactValue, fact: string, spot: Spot, names: readonly string[]): readonly string[] {
  if (typeof known === "number") return [...[...String(known)].map((digit) => `key-${digit}`), "key-confirm"];
  const choice = names.filter((name) => name === `fact:${fact}=${known}`);
  if (choice.length > 0) return choice;
  const places = names.filter(
    (name) => /^place-\w/.test(name) && String(known).startsWith(name.slice("place-".length)),
  );
  return places.length > 0 ? places : wholeCounty(spot);
}

/** A person of whom only the county is known leaves the town open. */
function wholeCounty({ session }: Spot): readonly string[] {
  const view = present(session);
  return view.kind === "reply" && view.entry.county !== null ? ["place-whole"] : [];
}
