/** What a text means only because of what was talked about before: 多少钱 after a place, 二级的 after a question on it. */
import type { Intent } from "../knowledge/intents.ts";
import { kindOf } from "./concepts.ts";
import { conceptsOf, has, type Reading } from "./reading.ts";
import type { Understanding } from "./types.ts";

/** Longer texts say by themselves what they want. */
const SHORT = 22;

function marked(reading: Reading, concept: string): boolean {
  return reading.all.some((match) => match.concepts.includes(concept));
}

/** Names something to be entitled to, to look up or to go to outside Quanzhou, so that it is a matter of its own. */
function namesAnother(reading: Reading): boolean {
  const details = reading.cues.filter(({ concepts }) => concepts.includes("cue:facility-detail"));
  const named = reading.things.some(
    ({ start, end, concepts }) =>
      concepts.some((one) => /^(?:benefit|topic|document|elsewhere):/.test(one)) &&
      !concepts.some((one) => kindOf(one) === "fact") &&
      !details.some((detail) => detail.start <= start && detail.end >= end),
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

/** Which earlier matter 刚才那个补贴 or 刚才那家 goes back to; null when the text goes back to none. */
export function goesBackTo(reading: Reading): Understanding["returns"] {
  if (
    !marked(reading, "mark:back-to") ||
    reading.things.some(({ concepts }) => /^(?:benefit|topic):/.test(concepts[0] ?? ""))
  )
    return null;
  if (conceptsOf(reading, "type").length > 0 || marked(reading, "mark:place-matter")) return "place";
  return marked(reading, "mark:money-matter") ? "benefit" : null;
}

/** 按现在的说: what was only supposed is taken back. */
export function takesBack(reading: Reading): boolean {
  return marked(reading, "mark:for-real") && reading.text.length <= SHORT;
}

/** 那另一位呢: the other one of two people asked about. */
export function meansOther(reading: Reading): boolean {
  return marked(reading, "mark:other-one") && conceptsOf(reading, "kin").length === 0;
}
