import type { Language } from "../knowledge/types.ts";
import { isHan } from "./normalise.ts";

/** Characters that simplified writing made the common form and traditional writing has in its own right. */
const BOTH: ReadonlySet<string> = new Set(
  "后里干台面只云谷余范系于占并才丑冬斗几卷困了沈松咸向郁岳志制致周朱准征吁御欲折伙佣仆克昆夸升胜术舍叶表丰刮合回家姜借据卜尸采出冲吊厂弥辟秋曲舌涂他你吃啰么恁您婶麻布凶哄岩",
);
/** So large a share of traditional characters, or so many, is no slip and no dialect character. */
const TRADITIONAL_SHARE = 0.15;
const TRADITIONAL_COUNT = 3;
/** Words that people of every language type; they switch nothing. */
const COMMON_LATIN = /^(?:ok|okay|yes|no|hi|hello|bye|thanks|app|gps|[a-z])$/;

/** How many characters of a text belong to one script only. */
function countScripts(
  han: readonly string[],
  simplify: ReadonlyMap<string, string>,
  simplified: ReadonlySet<string>,
) {
  const traditional = han.filter((character) => simplify.has(character)).length;
  const simple = han.filter((character) => simplified.has(character) && !BOTH.has(character)).length;
  return { traditional, simple };
}

function languageOfLatin(normalised: string, known: Language | null): Language {
  const words = normalised.match(/[a-z]+/g) ?? [];
  const telling = words.some((word) => !COMMON_LATIN.test(word));
  if (telling || (words.length > 0 && known === null && /[a-z]{2}/.test(normalised))) return "en";
  return known ?? "zh-Hans";
}

/**
 * The language a text is written in. Where nothing in it tells (82, 有, 不知道) it is that of the conversation, and
 * without one simplified Chinese; what is plainly of one script or English switches.
 */
export function languageOf(
  raw: string,
  normalised: string,
  scripts: { readonly simplify: ReadonlyMap<string, string>; readonly simplified: ReadonlySet<string> },
  known: Language | null,
): Language {
  const han = [...raw].filter(isHan);
  if (han.length === 0) return languageOfLatin(normalised, known);
  const { traditional, simple } = countScripts(han, scripts.simplify, scripts.simplified);
  const many = traditional >= TRADITIONAL_COUNT || traditional / han.length > TRADITIONAL_SHARE;
  if (traditional > simple && (many || known === "zh-Hant")) return "zh-Hant";
  if (simple > 0 || traditional > 0 || known === null || known === "en")
    return known === "zh-Hant" && simple === 0 ? known : "zh-Hans";
  return known;
}
