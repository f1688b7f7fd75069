/** Living alone, told by 一个人. */
import { isOf } from "./concepts.ts";
import { markAfter, markBefore, markBetween } from "./marks.ts";
import { clauseAt, type Reading } from "./reading.ts";
import type { FactSaid } from "./said.ts";

/** 我爸一个人, 他一个人天天吃稀饭, 就剩我妈一个人: living alone, unless 一个人 counts or acts (一个人多少, 一个人去). */
export function aloneOnes(reading: Reading): FactSaid[] {
  return reading.found
    .of("mark:alone")
    .filter(({ start, end }) => {
      const clause = clauseAt(reading, start);
      const person =
        markBefore(reading, "mark:he", start) ??
        markBefore(reading, "mark:she", start) ??
        reading.things.find((thing) => thing.end === start && isOf(thing, "kin"));
      const left = markBetween(reading, "mark:left", clause.start, start);
      if (saysOnlyAlone(reading, clause)) return true;
      return left || (!!person && !markAfter(reading, "mark:alone-action", end));
    })
    .map(({ start, end }) => ({ start, end, fact: "lives-alone", value: true, manner: "stated" as const }));
}

/** 妈妈在鲤城，八十六了，一个人: a clause that says nothing else, after somebody has been named. */
function saysOnlyAlone({ text, things }: Reading, { start, end }: { start: number; end: number }): boolean {
  if (/我一个人(?:在家|了)?[，。！ ]?$/.test(text.slice(start, end))) return true;
  const named = things.some((thing) => thing.end <= start && isOf(thing, "kin"));
  return (
    named &&
    /^(?:[她他就也都]|现在|平时|还是)*一个人(?:的|在家|啊|了)?[，。！ ]?$/.test(text.slice(start, end))
  );
}
