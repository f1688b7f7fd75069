import { pinyin } from "pinyin-pro";

/** Marks at which a voice pauses briefly, and those at which a sentence ends. */
const PAUSES = /[，、；：,;:（）()〔〕【】《》〈〉“”"‘’·|\-—–…/]+/gu;
const ENDS = /[。！？!?\n]+/gu;
/** Phone numbers and the like are told digit by digit. */
const LONG_NUMBER = /\d[\d-]{3,}\d/g;
const YEAR = /(\d{4})(?=年)/g;
const PERCENT = /(\d+(?:\.\d+)?)%/g;
const DIGITS = "零一二三四五六七八九";

const spelled = (digits: string): string =>
  Array.from(digits.replace(/\D/g, ""), (digit) => DIGITS[Number(digit)] ?? "").join("");

/**
 * A Chinese text as the voice `cmn-latn-pinyin` reads it: syllables with the number of their tone, years and
 * telephone numbers digit by digit, and no mark but commas and full stops. The words stay those of the screen.
 *
 * @param text simplified characters; others have readings of their own in the table (長 is always cháng)
 * @example inPinyin("长者食堂。") // "zhang3 zhe3 shi2 tang2 ."
 */
export function inPinyin(text: string): string {
  const said = text
    .replace(PERCENT, "百分之$1")
    .replace(YEAR, spelled)
    .replace(LONG_NUMBER, (digits) => `，${spelled(digits)}，`);
  return pinyin(said, { toneType: "num", nonZh: "consecutive" })
    .replace(/ü/g, "v")
    .replace(/([a-z])0(?=\s|$)/g, "$15")
    .replace(ENDS, " . ")
    .replace(PAUSES, " , ")
    .replace(/[^\p{L}\p{N}\s.,]/gu, " ")
    .replace(/^[\s.,]+| +$/g, "")
    .replace(/ +/g, " ");
}

/** An English text without the brackets in which the synthesiser takes sounds instead of words. */
export function inEnglish(text: string): string {
  return text
    .replace(LONG_NUMBER, (digits) => `, ${Array.from(digits.replace(/\D/g, "")).join(" ")},`)
    .replace(/[[\]<>{}]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
