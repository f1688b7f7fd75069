/** Whether a text asks about two elders at once, so that no single age is meant. */
import { asksForSelf } from "./people.ts";
import type { Reading } from "./reading.ts";
import type { Statements } from "./statements.ts";

/** Who may be asked about in one breath; of a mother of 87 and a brother of 65 only one is meant. */
const GENERATIONS: readonly ReadonlySet<string>[] = [
  new Set(["self", "spouse", "brother", "sister"]),
  new Set(["mother", "father", "mother-in-law", "father-in-law", "aunt", "uncle"]),
  new Set(["grandmother", "grandfather", "great-grandparent"]),
];
/** From this age on the speaker is an elder too. */
const ELDER_FROM = 60;
const BOTH = /都|两个|两人|两位|两老|两口|俩|他们|她们|各自|分别|both|each/;

/** 她能领什么, 婆婆能领什么: from `from` on one of them is spoken of, and not both. */
function singlesOut({ text, all }: Reading, { people }: Statements, from: number): boolean {
  const named = people.named.some(
    ({ ref, position, end }) =>
      position >= from &&
      (ref !== "self" ||
        /^(?:现在|今年|自己|本人|这个月)*(?:一个月|一年|每月|每年)?(?:能|该|可以|可|有|应该|要|怎么|去哪)/.test(
          text.slice(end),
        )),
  );
  const meant = all.some(
    ({ start, concepts, word }) =>
      start >= from && !/^[her]/.test(word) && concepts.some((one) => /^mark:s?he$/.test(one)),
  );
  return (named || meant) && !BOTH.test(text.slice(from));
}

/** 公公79婆婆76，能领什么: two elders of different ages, and none of them singled out after that. */
export function askedTogether(reading: Reading, statements: Statements, young: ReadonlySet<string>): boolean {
  const told = statements.ages.filter(
    ({ ref, kind, value }) => kind === "exact" && !young.has(ref) && (ref !== "self" || value >= ELDER_FROM),
  );
  const last = told.at(-1);
  const generation = GENERATIONS.find((refs) => refs.has(last?.ref ?? ""));
  const elders = told.filter(({ ref }) => generation?.has(ref));
  const several = new Set(elders.map(({ ref }) => ref)).size > 1;
  if (!last || !several || new Set(elders.map(({ value }) => value)).size < 2) return false;
  if (asksForSelf(reading)) return false;
  const question = reading.clauses.at(-1)?.start ?? 0;
  return !singlesOut(reading, statements, question) && !singlesOut(reading, statements, last.end);
}
