import { Converter } from "opencc-js/t2cn";

const FIRST = 0x3400;
const LAST = 0x9fff;
/** Variants that people write and the conversion leaves alone, each followed by the usual character. */
const VARIANTS = "嵗岁囉啰喫吃祂他妳你裡里綫线麽么瞭了餸菜婶婶恁您";

/**
 * Traditional and variant characters with their simplified ones, as the pair string of the bundle. Character by
 * character, since sentences are only compared and never shown in this form.
 */
export function simplifyPairs(): string {
  const convert = Converter({ from: "tw", to: "cn" });
  const everyday = new Set(commonCharacters());
  let pairs = "";
  for (let code = FIRST; code <= LAST; code++) {
    const character = String.fromCodePoint(code);
    const simple = convert(character);
    if (simple !== character && simple.length === 1 && !everyday.has(character)) pairs += character + simple;
  }
  return pairs + VARIANTS;
}

/** The characters of everyday use (GB 2312), the commoner level first. */
export function commonCharacters(): string[] {
  const decoder = new TextDecoder("gbk");
  const characters: string[] = [];
  for (let high = 0xb0; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) {
      const character = decoder.decode(new Uint8Array([high, low]));
      if (/^\p{Script=Han}$/u.test(character)) characters.push(character);
    }
  }
  return characters;
}
