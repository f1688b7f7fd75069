/** Two elders told of in one word or breath, each with an age: 爷爷奶奶一个88一个84. */
import type { AgeFound } from "./ages.ts";
import type { Reading } from "./reading.ts";

const PAIR = /^mark:pair=(.+)\/(.+)$/;
/** Before an age of one of two: 一个88, 一位是84. */
const ONE_OF_THEM = /一[个位](?:是|今年|已经|有)?$/;
const YOUNGEST = 50;
const OLDEST = 120;

function numbersApart({ text, numbers }: Reading): Reading["numbers"] {
  const apart = numbers.filter(
    ({ start, value, vague }) =>
      !vague && value >= YOUNGEST && value < OLDEST && ONE_OF_THEM.test(text.slice(0, start)),
  );
  return apart.length === 2 ? apart : [];
}

/** The two people that a word for a couple stands for, where their ages are told one by one; otherwise none. */
export function coupleAt(reading: Reading, start: number, end: number): readonly string[] {
  if (numbersApart(reading).length === 0) return [];
  const found = reading.all
    .filter((match) => match.start >= start && match.end <= end)
    .flatMap(({ concepts }) => concepts.map((one) => PAIR.exec(one)))
    .find((parts) => parts !== null);
  return found ? found.slice(1) : [];
}

/** The ages with those of two people, named in this order before, put to each of them. */
export function agesApart<T extends AgeFound & { readonly ref: string }>(
  reading: Reading,
  ages: readonly T[],
  elders: readonly { readonly position: number; readonly ref: string }[],
): readonly (AgeFound & { readonly ref: string })[] {
  const [first, second] = numbersApart(reading);
  const before = first ? elders.filter(({ position }) => position < first.start).map(({ ref }) => ref) : [];
  const refs = [...new Set(before)].slice(-2);
  if (!first || !second || refs.length < 2) return ages;
  const told = [first, second].map(({ start, end, value }, i) => ({
    start,
    end,
    value,
    kind: "exact" as const,
    ref: refs[i] ?? "unnamed",
  }));
  return [...ages.filter(({ start }) => start !== first.start && start !== second.start), ...told];
}
