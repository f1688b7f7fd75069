/** The groups of people that a question is about: 失能, 低保, 独居. */
import type { FactValue } from "../knowledge/types.ts";
import { idOf } from "./concepts.ts";
import type { Lexicon } from "./lexicon.ts";
import { conceptsOf, type Reading } from "./reading.ts";
import type { FactSaid } from "./said.ts";

/** The category a fact value counts as (失能 → care-severe), following what it implies. */
function categoriesOf(fact: string, value: FactValue, lexicon: Lexicon): string[] {
  const definition = lexicon.facts.get(fact);
  if (!definition) return value === true ? [fact] : [];
  const own = definition.category && definition.category.value === value ? [definition.category.slot] : [];
  const implied = definition.implies
    .filter((rule) => rule.when === value)
    .flatMap((rule) => {
      const category = lexicon.facts.get(rule.fact)?.category;
      return category && category.value === rule.value ? [category.slot] : [];
    });
  return [...own, ...implied];
}

type Whose = FactSaid & { readonly ref: string };

/** 生活能自理跟不能自理: both are only compared. */
function isCompared({ fact, value, start, end }: Whose, facts: readonly Whose[], text: string): boolean {
  return facts.some((one) => {
    if (one.fact !== fact || one.value === value) return false;
    const between = one.start > start ? text.slice(end, one.start) : text.slice(one.end, start);
    return /^(?:的|老人)*(?:跟|和|与|或|还是|或者|、)(?:生活|的|是)*$/.test(between);
  });
}

/** 听说低保户不用钱，我们不是低保: said first and denied later, of the same person or of nobody by name. */
function takenBackLater({ fact, start, ref }: Whose, facts: readonly Whose[]): boolean {
  const same = (other: string) =>
    other === ref || [other, ref].some((one) => one === "unnamed" || one === "self");
  return facts.some(
    (one) => one.manner === "denied" && one.fact === fact && one.start > start && same(one.ref),
  );
}

/** Categories the question is about: said of its person or of people in general, never denied ones. */
export function categorySlots(
  reading: Reading,
  facts: readonly Whose[],
  about: string | null,
  lexicon: Lexicon,
): string[] {
  const wanted = facts.filter(
    (said) =>
      /^(?:stated|heard|group)$/.test(said.manner) &&
      !takenBackLater(said, facts) &&
      !isCompared(said, facts, reading.text),
  );
  const theirs = wanted.filter(({ ref }) => ref === "unnamed" || about === null || ref === about);
  const found = theirs.flatMap(({ fact, value }) => categoriesOf(fact, value, lexicon));
  const grouped = conceptsOf(reading, "category").map(({ concept }) => idOf(concept));
  return [...new Set([...found, ...grouped])].sort();
}
