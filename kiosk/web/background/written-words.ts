import type { Bundle, Language, LocalText } from "../../../src/engine/index.ts";
import { LONGEST_WORD, type Word } from "../writing/lexicon.ts";

/** What an everyday word, a village, a place to go to, a town, and what we know about weigh against each other. */
const EVERYDAY = 1;
const VILLAGE = 1;
const FACILITY = 2;
const PLACE = 3;
const MATTER = 4;
const TOPIC = 3;
/** What another name weighs less than the name. */
const OTHER_NAME = 0.5;

/** Scripts that are written by hand or by sound; English is typed as it is. */
export type Script = Exclude<Language, "en">;

/**
 * The words somebody may want to write at the kiosk, out of the knowledge: the names of what we know, as people
 * say them, places, and the everyday words that the knowledge lists by their sound.
 */
export function writtenWords(bundle: Bundle, script: Script): readonly Word[] {
  const weights = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    if (!/^\p{Script=Han}{2,}$/u.test(text) || text.length > LONGEST_WORD) return;
    weights.set(text, Math.max(weight, weights.get(text) ?? 0));
  };
  const addNames = (names: readonly LocalText[], weight: number): void => {
    for (const name of names) add(name[script], weight);
  };
  const matters = [...bundle.benefits, ...bundle.facilityTypes].map((matter) => ({
    ...matter,
    weight: MATTER,
  }));
  const topics = bundle.topics.map((topic) => ({ ...topic, weight: TOPIC }));
  for (const { name, also, weight } of [...matters, ...topics]) {
    addNames([name], weight);
    for (const other of also[script]) add(other, weight - OTHER_NAME);
  }
  for (const { level, name, also } of bundle.places) {
    const weight = level === "village" ? VILLAGE : PLACE;
    addNames([name], weight);
    for (const other of also) add(other, weight);
  }
  for (const facility of bundle.facilities) addNames([facility.name], FACILITY);
  const ours = namesByLength(weights);
  for (const word of everydayWords(bundle))
    if (!ours.get(word.length)?.some((name) => isSlipOf(word, name))) add(word, EVERYDAY);
  return [...weights].map(([text, weight]) => ({ text, weight }));
}

/** Words that are read but never said: parts of the grammar of alarms, and Hokkien in letters. */
const NOT_WRITTEN = /^(?:part|sign|spoken|say):/;

function everydayWords({ vocabulary }: Bundle): ReadonlySet<string> {
  const lists = Object.entries(vocabulary.concepts).filter(([concept]) => !NOT_WRITTEN.test(concept));
  return new Set(lists.flatMap(([, words]) => words));
}

/** What we know about, as far as a slip in it would look like another word. */
function namesByLength(weights: ReadonlyMap<string, number>): ReadonlyMap<number, readonly string[]> {
  const names = new Map<number, string[]>();
  for (const [name, weight] of weights)
    if (weight > PLACE) names.set(name.length, [...(names.get(name.length) ?? []), name]);
  return names;
}

/** Whether the word is one of our names with a character of the same sound: read gladly, but not offered. */
function isSlipOf(word: string, name: string): boolean {
  return word !== name && word.length === name.length && [...word].some((one, at) => one === name[at]);
}
