import type { Match } from "./automaton.ts";

const COMPANY = /^mark:company=(.+)$/;

/** So many characters name whom one lives with: 我大儿子一家人. */
const LONGEST_NAME = 8;
/** 跟谁住, 跟我说, 跟以前住 name nobody one lives with. */
const NOBODY = /[谁哪说讲问聊啥什么不没，。！？；以]/;

function livesWith(text: string, all: readonly Match[], together: Match): Match | null {
  const { start, end } = together;
  if (/[不没]$/.test(text.slice(0, start))) return null;
  for (const living of all) {
    const concept = living.concepts.map((one) => COMPANY.exec(one)?.[1]).find((one) => one !== undefined);
    const between = text.slice(end, Math.max(end, living.start));
    if (concept === undefined || between === "" || between.length > LONGEST_NAME || NOBODY.test(between))
      continue;
    return { start, end: living.end, word: text.slice(start, living.end), concepts: [concept] };
  }
  return null;
}

/** 跟侄子住, 和我们一起生活: whoever is named so is lived with, and the whole says that nobody lives alone. */
export function companyThings(text: string, all: readonly Match[]): Match[] {
  return all
    .filter(({ concepts }) => concepts.includes("mark:together"))
    .flatMap((together) => livesWith(text, all, together) ?? []);
}
