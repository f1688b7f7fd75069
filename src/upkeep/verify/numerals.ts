const DIGITS = "零一二三四五六七八九";
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const GROUPS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };
/** Longer runs are no numbers people write. */
const LONGEST = 8;

/**
 * Every number that is written in Chinese characters, also inside a longer run: whether `三厅九室` counts anything is
 * the author's judgement, so all readings are offered and none is demanded.
 *
 * @example chineseNumbers("百岁以上的三百二十人") // has 100, 320, 300, 3, 20 …
 */
export function chineseNumbers(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [run] of text.matchAll(/[〇零一二两三四五六七八九十百千万亿]+/gu))
    for (let from = 0; from < run.length; from++)
      for (let to = from + 1; to <= Math.min(run.length, from + LONGEST); to++)
        found.add(numeralValue(run.slice(from, to)));
  return found;
}

/** The value of a numeral such as `二十` or `一万五千`; a bare unit counts once (`百` is 100). */
function numeralValue(numeral: string): number {
  let whole = 0;
  let group = 0;
  let digit = 0;
  for (const character of numeral.replace(/〇/gu, "零").replace(/两/gu, "二")) {
    const unit = UNITS[character];
    const grouping = GROUPS[character];
    if (unit !== undefined) [group, digit] = [group + (digit || 1) * unit, 0];
    else if (grouping !== undefined) [whole, group, digit] = [(whole + group + digit || 1) * grouping, 0, 0];
    else digit = DIGITS.indexOf(character);
  }
  return whole + group + digit;
}
