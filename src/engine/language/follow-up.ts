/** What a text means only because of what was talked about before: 多少钱 after a place, 二级的 after a question on it. */
import type { Intent } from "../knowledge/intents.ts";
import { isOf } from "./concepts.ts";
import { conceptsOf, has, marked, type Reading } from "./reading.ts";
import type { Understanding } from "./types.ts";

/** Longer texts say by themselves what they want. */
const SHORT = 22;

/** Names something to be entitled to, to look up or to go to outside Quanzhou, so that it is a matter of its own. */
function namesAnother(reading: Reading): boolean {
  const details = reading.cues.filter(({ concepts }) => concepts.includes("cue:facility-detail"));
  const named = reading.things.some(
    (match) =>
      isOf(match, "benefit", "topic", "document", "elsewhere") &&
      !isOf(match, "fact") &&
      !details.some(({ start, end }) => start <= match.start && end >= match.end),
  );
  return named || ["cue:off-topic", "cue:entitled", "cue:provider"].some((cue) => has(reading, cue));
}

/** 多少钱一餐, 几点开门, 失能的收不收 are asked of the place; 有没有, 附近 look for another. */
function ofPlaces(reading: Reading): Intent | null {
  if (reading.text.length > SHORT || namesAnother(reading)) return null;
  if (marked(reading, "mark:money-matter")) return null;
  if (has(reading, "cue:where")) return "facility_nearest";
  const detail = ["cue:opening", "cue:facility-detail", "cue:opened", "cue:amount"].some((cue) =>
    has(reading, cue),
  );
  if (detail || marked(reading, "mark:of-a-place")) return "facility_info";
  const looks = ["cue:is-there", "cue:nearest"].some((cue) => has(reading, cue));
  return looks ? "facility_nearest" : null;
}

/** 去年就申请了, 材料都交了: told of a claim made already, and asks nothing by itself. */
const CLAIMED = /(?:申请|办|交|登记|填|报)(?:过|好|上去)?了(?!吗|没|多久|什么|以后|之后|怎)/;
const ASKS = /[吗呢？]|什么|多少|哪|怎|几|谁|为啥|没有$/;

/** 要带什么, 找谁 after a benefit are about that benefit; 多少, 为什么没发 too. */
function ofBenefits(reading: Reading): Intent | null {
  if (reading.text.length > SHORT) return null;
  if (CLAIMED.test(reading.text) && !ASKS.test(reading.text)) return "benefit_info";
  if (namesAnother(reading)) return null;
  const kinds = ["type", "elsewhere"];
  if (kinds.some((kind) => conceptsOf(reading, kind).length > 0)) return null;
  if (has(reading, "cue:howto") || /找谁|谁来|去哪|怎么弄|多久/.test(reading.text)) return "apply_howto";
  if (/要钱|花钱|交钱|收费|免费|这个|这项|这种|那个|那项|有没有|有吗|有不/.test(reading.text))
    return "benefit_info";
  const asks = ["cue:amount", "cue:qualify", "cue:stopped", "cue:what-is"].some((cue) => has(reading, cue));
  return asks ? "benefit_info" : null;
}

/** What a short text asks of the matter talked about; null when it asks by itself or asks nothing. */
export function followUp(reading: Reading, matter: Intent | null): Intent | null {
  if (matter === "facility_nearest" || matter === "facility_info") return ofPlaces(reading);
  if (matter === "benefit_info" || matter === "apply_howto") return ofBenefits(reading);
  return null;
}

/** 回到补贴, 说回食堂: going back without a word for before. */
const TURNS_BACK =
  /(?:回到|说回|讲回|问回|转回|回头(?:再)?(?:说|讲|问|看)|回过头)|\b(?:back to|go back to|return to)\b/;

/** Which earlier matter 刚才那个补贴 or 刚才那家 goes back to; null when the text goes back to none. */
export function goesBackTo(reading: Reading): Understanding["returns"] {
  if (
    !(marked(reading, "mark:back-to") || TURNS_BACK.test(reading.text)) ||
    reading.things.some((one) => isOf(one, "benefit", "topic"))
  )
    return null;
  if (conceptsOf(reading, "type").length > 0 || marked(reading, "mark:place-matter")) return "place";
  return marked(reading, "mark:money-matter") ? "benefit" : null;
}

/** Words around a name that add nothing to it: 是高龄津贴那个吧. */
const AROUND =
  /[，。？！ 是的呢吧啊呀啦了就说指讲那这个项笔份种我她他妈爸问]|\b(?:the|that|it|is|its|my|his|her|one|for|about|i|mean)\b/g;
const HARDLY = 2;

/** 高龄津贴那个: names a benefit and hardly more. */
export function onlyNames(reading: Reading): boolean {
  const named = conceptsOf(reading, "benefit").map(({ match }) => match);
  const [first] = named;
  if (first === undefined || reading.text.length > SHORT * 2) return false;
  const rest = named.reduceRight(
    (text, { start, end }) => text.slice(0, start) + text.slice(end),
    reading.text,
  );
  return rest.replace(AROUND, "").length <= HARDLY;
}

/** 能领多少, 符合吗: the sum and who may have it, no longer why it does not come. */
export function asksSum(reading: Reading): boolean {
  return has(reading, "cue:amount") || has(reading, "cue:qualify") || asksMeaning(reading);
}

/** 啥叫低保, 什么是失能: what a word means. */
export function asksMeaning(reading: Reading): boolean {
  return has(reading, "cue:what-is");
}

/** Before an age not reached yet: 明年满80, 到八十岁, 等到80. */
const TO_COME =
  /(?:明年|后年|过完?了?年|年后|下个?月|年底|以后|将来|快要?|马上|等到?|到了?|再过[^，。]{1,4}|next year|once|when|after|at|turns?|turning|reach(?:es)?)[^，。]{0,8}$/;
/** After it: 80岁以后, 80了会有什么. */
const FROM_THEN = /^岁?(?:以后|之后|了?(?:以后|之后|会|能|可以|就|有))/;
/** Ages from which something begins. */
const BEGINS: ReadonlySet<number> = new Set([60, 65, 70, 80, 90, 95, 99, 100]);

/** The age not reached yet that a text asks about; null when it asks about none. */
export function turningTo({ text, numbers }: Reading): number | null {
  if (!ASKS.test(text) && !/what|how|will|can/.test(text)) return null;
  const found = numbers.find(
    ({ value, start, end, vague }) =>
      !vague &&
      BEGINS.has(value) &&
      TO_COME.test(text.slice(0, start)) &&
      !/^[元块个月日号点]/.test(text.slice(end)),
  );
  const later = numbers.find(
    ({ value, end, vague }) => !vague && BEGINS.has(value) && FROM_THEN.test(text.slice(end)),
  );
  return found?.value ?? later?.value ?? null;
}

/** 按现在的说: what was only supposed is taken back. */
export function takesBack(reading: Reading): boolean {
  return marked(reading, "mark:for-real") && reading.text.length <= SHORT;
}

/** 那另一位呢: the other one of two people asked about. */
export function meansOther(reading: Reading): boolean {
  return marked(reading, "mark:other-one") && conceptsOf(reading, "kin").length === 0;
}
