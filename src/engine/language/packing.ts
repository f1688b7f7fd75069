/**
 * Whole numbers as text, for tables of the bundle that would be many times as long as JSON lists. A number is one or
 * more digits in base 45; the last digit of a number and the others have alphabets of their own, so that no comma is
 * needed. All signs are plain ASCII that JSON leaves as it is.
 */
const BASE = 45;
const SIGNS = Array.from({ length: 92 }, (_, at) => String.fromCharCode(35 + at)).filter(
  (sign) => sign !== "\\",
);
const LAST = SIGNS.slice(0, BASE);
const MORE = SIGNS.slice(BASE, 2 * BASE);

/** Packs whole numbers of 0 and more, below 2 ** 31. */
export function pack(numbers: Iterable<number>): string {
  let text = "";
  for (const number of numbers) {
    let digits = LAST[number % BASE] ?? "";
    for (let rest = Math.floor(number / BASE); rest > 0; rest = Math.floor(rest / BASE))
      digits = (MORE[rest % BASE] ?? "") + digits;
    text += digits;
  }
  return text;
}

/** The numbers of a packed text; signs that are no digits are skipped. */
export function unpack(text: string): number[] {
  const value = new Map([...LAST, ...MORE].map((sign, at) => [sign, at]));
  const numbers: number[] = [];
  let number = 0;
  for (const sign of text) {
    const digit = value.get(sign);
    if (digit === undefined) continue;
    number = number * BASE + (digit % BASE);
    if (digit >= BASE) continue;
    numbers.push(number);
    number = 0;
  }
  return numbers;
}

/** Numbers of either sign as numbers of 0 and more, small ones first: 0, -1, 1, -2, 2 … */
export const unsigned = (number: number): number => (number < 0 ? -2 * number - 1 : 2 * number);

/** The opposite of `unsigned`. */
export const signed = (number: number): number => (number % 2 === 1 ? -(number + 1) / 2 : number / 2);
