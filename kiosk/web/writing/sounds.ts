/** How characters sound: the syllables each has, letters only, ü as v. */
export interface Sounds {
  readonly syllables: readonly string[];
  /** Characters of a syllable, usual and everyday ones first; none for what is no syllable. */
  charactersOf(syllable: string): readonly string[];
  /** Syllables of a character; none for what is not in the table. */
  syllablesOf(character: string): readonly string[];
}

/** Reads the table that `npm run writing` makes: a line for each syllable. */
export function soundsFrom(table: string): Sounds {
  const characters = new Map<string, readonly string[]>();
  const readings = new Map<string, string[]>();
  for (const line of table.split("\n")) {
    const [syllable = "", all = ""] = line.split(" ");
    if (all === "") continue;
    characters.set(syllable, [...all]);
    for (const one of all) readings.set(one, [...(readings.get(one) ?? []), syllable]);
  }
  for (const syllable of characters.keys()) southern(syllable);
  return {
    syllables: [...characters.keys()],
    charactersOf: (syllable) => characters.get(syllable) ?? [],
    syllablesOf: (character) => readings.get(character) ?? [],
  };
}

/** How southern speakers spell what they say, as they hear no difference: [heard alike, spelled so]. */
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/^zh/, "z"],
  [/^ch/, "c"],
  [/^sh/, "s"],
  [/^n/, "l"],
  [/^r/, "l"],
  [/^f/, "h"],
  [/^hu(?=[aeo])/, "h"],
];
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ng$/, "n"],
  [/^(l)v/, "$1u"],
];

/**
 * The syllable as a southern ear hears it: zh like z, n and r like l, f like h, ing like in. Two syllables that
 * come out the same are easily taken for each other. Works on the beginning of a syllable too, which is why this is
 * not the engine's own table of merged sounds: that one knows whole syllables only (`fen` and `hun` by their ends), is
 * built into the knowledge, and would bring the engine's door into the keyboard's small script.
 *
 * @example southern("zheng") // "zen"
 */
export function southern(syllable: string): string {
  const known = heard.get(syllable);
  if (known !== undefined) return known;
  const sound = [...BEGINNINGS, ...ENDINGS].reduce(
    (heardSoFar, [alike, spelled]) => heardSoFar.replace(alike, spelled),
    syllable,
  );
  heard.set(syllable, sound);
  return sound;
}

/** Sounds worked out before, because looking up is far quicker; of the table for good, of what is typed for once. */
const heard = new Map<string, string>();

/** Works with what somebody typed, and keeps none of its sounds afterwards. */
export function forgettingTyped<T>(look: () => T): T {
  const before = heard.size;
  try {
    return look();
  } finally {
    for (const typed of [...heard.keys()].slice(before)) heard.delete(typed);
  }
}
