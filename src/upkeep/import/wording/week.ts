import type { Span } from "./clock.ts";
import type { Item } from "./hours.ts";

/** The spans of each day, 1 Monday … 7 Sunday. */
export type DaySpans = ReadonlyMap<number, readonly Span[]>;

type DaysOrSpan = Extract<Item, { says: "days" | "span" }>;
interface Group {
  readonly days: readonly number[];
  readonly spans: readonly Span[];
}

const WEEK = [1, 2, 3, 4, 5, 6, 7];
const NO_TIMES = "it says no weekly times";
const NO_DAYS = "it does not say on which days; write 每天 or 周一至周五 before the times";

/** The week that the statements describe, or why it cannot be told. */
export function weekOf(items: readonly Item[], daily: boolean): DaySpans | string {
  const closed = new Set(items.flatMap((item) => (item.says === "closed-days" ? item.days : [])));
  const told = items.filter((item): item is DaysOrSpan => item.says === "days" || item.says === "span");
  const groups = groupsOf(told, daily || closed.size > 0);
  if (typeof groups === "string") return groups;
  const week = new Map<number, readonly Span[]>();
  for (const { days, spans } of groups) {
    const free = days.filter((day) => !closed.has(day));
    if (free.length < days.length && days.length < 7) return "the same day is said to be open and closed";
    for (const day of free) week.set(day, [...(week.get(day) ?? []), ...spans]);
  }
  if (week.size === 0) return NO_TIMES;
  return [...week.values()].map(doubtOf).find((doubt) => doubt !== null) ?? week;
}

/** Days with their times: days come before the times, or all of them after (10:30-12:30（周一至周五）). */
function groupsOf(items: readonly DaysOrSpan[], everyDay: boolean): readonly Group[] | string {
  const named = items.some(({ says }) => says === "days");
  if (!named) {
    const spans = items.flatMap((item) => (item.says === "span" ? [item.span] : []));
    if (spans.length === 0) return NO_TIMES;
    const allDay = spans.every(({ opens, closes }) => closes - opens === 24 * 60);
    return everyDay || allDay ? [{ days: WEEK, spans }] : NO_DAYS;
  }
  const after = items[0]?.says === "span";
  const ordered = after ? [...items].reverse() : items;
  const groups: { days: readonly number[]; spans: Span[] }[] = [];
  for (const item of ordered) {
    if (item.says === "days") groups.push({ days: item.days, spans: [] });
    else groups.at(-1)?.spans.push(item.span);
  }
  if (ordered[0]?.says === "span" || groups.some(({ spans }) => spans.length === 0))
    return "some days have no times";
  return groups.map(({ days, spans }) => ({ days, spans: after ? spans.reverse() : spans }));
}

/** Why the times of one day cannot be trusted, or null. */
function doubtOf(spans: readonly Span[]): string | null {
  const backwards = spans.some(({ opens }, index) => opens < (spans[index - 1]?.closes ?? 0));
  if (backwards) return "the times of one day overlap or run backwards";
  const last = spans.at(-1);
  return last !== undefined && !last.sure
    ? "morning or evening is not certain; write 早上 or 晚上 before the times"
    : null;
}

/** The week in the words of the column `sessions`: `1-5 10:30-12:30; 6,7 09:00-12:00`. */
export function writeWeek(week: DaySpans): string {
  const daysBySpan = new Map<string, { days: number[]; span: Span }>();
  for (const day of WEEK)
    for (const span of week.get(day) ?? []) {
      const key = writeSpan(span);
      const known = daysBySpan.get(key) ?? { days: [], span };
      if (!known.days.includes(day)) known.days.push(day);
      daysBySpan.set(key, known);
    }
  return [...daysBySpan.entries()]
    .sort(([, a], [, b]) => (a.days[0] ?? 0) - (b.days[0] ?? 0) || a.span.opens - b.span.opens)
    .map(([text, { days }]) => `${writeDays(days)} ${text}`)
    .join("; ");
}

/** `10:30-12:30`. */
export function writeSpan({ opens, closes }: Pick<Span, "opens" | "closes">): string {
  return `${writeTime(opens)}-${writeTime(closes)}`;
}

function writeTime(minutes: number): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** `1-5`, `6,7`, `1-3,5`: three days in a row and more as a range. */
function writeDays(days: readonly number[]): string {
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}-${run.at(-1)}` : run.join(","))).join(",");
}
