/** Numerals of an age that were misheard or mistyped by sound: 吧十三岁, 八时四岁, 七十散岁. */

/** Characters that sound like a numeral and stand for it in the tens of an elder's age. */
const TENS: Readonly<Record<string, string>> = {
  ...alike("六", "溜流留刘"),
  ...alike("七", "期妻其齐奇旗欺漆"),
  ...alike("八", "吧巴拔疤"),
  ...alike("九", "久酒旧玖"),
};
/** The same for the years after the tens. */
const UNITS: Readonly<Record<string, string>> = {
  ...TENS,
  ...alike("一", "衣医依伊"),
  ...alike("二", "而儿尔耳"),
  ...alike("三", "山伞散叁删"),
  ...alike("四", "是事死寺思司"),
  ...alike("五", "午无武舞吴屋物伍"),
};
const TEN = "时是石实食拾事市使";
const YEARS = "岁睡碎随遂穗";

const any = (table: Readonly<Record<string, string>>) => Object.keys(table).join("");
const AGE = new RegExp(
  `(?<![一二三四五六七八九十百])([六七八九${any(TENS)}])([十${TEN}])([一二三四五六七八九${any(UNITS)}]?)([${YEARS}])(?![便后时着意地觉])`,
  "g",
);

function alike(numeral: string, sounds: string): Record<string, string> {
  return Object.fromEntries([...sounds].map((sound) => [sound, numeral]));
}

/**
 * Puts the numerals of ages right that were written as other words of the same sound. One numeral and a word for years
 * must be right, or two numerals, so that nothing else is taken for an age (他是八十岁 stays as it is).
 */
export function repairNumerals(text: string): string {
  return text.replace(AGE, (whole, tens: string, ten: string, unit: string, years: string) => {
    const right = [tens in TENS, ten !== "十", unit in UNITS, years !== "岁"].filter((slip) => !slip).length;
    if (right < (unit === "" ? 3 : 2) || (ten !== "十" && tens in TENS && unit in UNITS)) return whole;
    return `${TENS[tens] ?? tens}十${UNITS[unit] ?? unit}岁`;
  });
}
