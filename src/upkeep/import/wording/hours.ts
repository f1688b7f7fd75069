import { EXCEPTIONS } from "../../../compiler/kinds/exceptions.ts";
import type { Day } from "../../../engine/knowledge/types.ts";
import { type Clock, type Label, type Span, span } from "./clock.ts";
import { type ClosedDays, writeExceptions } from "./hours-exceptions.ts";
import { hoursWords, type Word, type WrittenDay } from "./hours-words.ts";
import { weekOf, writeWeek } from "./week.ts";

/** Opening hours as the columns `sessions` and `exceptions` hold them, or why the text stays a text. */
export type Hours = { readonly sessions: string; readonly exceptions: string } | { readonly unread: string };

/** What a text about hours depends on beside its words. */
export interface HoursContext {
  /** The year of days without a year. */
  readonly reported: Day;
  /** Whether times without days hold every day, because the whole list says so. */
  readonly daily: boolean;
}

/** A statement of the text, in its order. */
export type Item =
  | { readonly says: "days"; readonly days: readonly number[]; readonly workdays: boolean }
  | { readonly says: "span"; readonly span: Span }
  | { readonly says: "closed-days"; readonly days: readonly number[] }
  | { readonly says: "holidays"; readonly closed: boolean }
  | {
      readonly says: "dates";
      readonly from: WrittenDay;
      readonly to: WrittenDay;
      readonly spans: readonly Span[];
    };

/**
 * Reads opening hours as people write them. A text is read in full or not at all: half of it would send somebody
 * to a closed door.
 *
 * @example readHours("周一至周五10:30—12:30", context) // { sessions: "1-5 10:30-12:30", exceptions: "" }
 */
export function readHours(text: string, context: HoursContext): Hours {
  const words = hoursWords(text);
  if ("unread" in words) return { unread: `“${words.unread}” is not understood` };
  const items = new Statements(words).items();
  if (typeof items === "string") return { unread: items };
  const week = weekOf(items, context.daily);
  if (typeof week === "string") return { unread: week };
  const exceptions = writeExceptions(items, context.reported, closesOnHolidays(items));
  if (typeof exceptions !== "string") return { unread: exceptions.wrong };
  const sound = exceptions === "" || "value" in EXCEPTIONS.parse(exceptions);
  return sound
    ? { sessions: writeWeek(week), exceptions }
    : { unread: "two statements speak of the same days" };
}

/** 工作日 alone says that it is shut on public holidays too. */
function closesOnHolidays(items: readonly Item[]): ClosedDays {
  const days = items.filter((item) => item.says === "days");
  return days.length > 0 && days.every(({ workdays }) => workdays) ? "holidays" : "none";
}

/** Reads words into statements, from left to right. */
class Statements {
  #at = 0;

  constructor(private readonly words: readonly Word[]) {}

  /** All statements, or what could not be read. */
  items(): readonly Item[] | string {
    const items: Item[] = [];
    while (this.#at < this.words.length) {
      if (this.#take("comma") || this.#take("stop")) continue;
      const read = this.#item();
      if (typeof read === "string") return read;
      items.push(...read);
    }
    return items;
  }

  #item(): readonly Item[] | string {
    const word = this.words[this.#at];
    if (word?.is === "days") return this.#days();
    if (word?.is === "date" || word?.is === "festival") return this.#dates();
    if (this.#take("all-day")) return [allDay()];
    if (this.#take("all-year"))
      return [
        { says: "days", days: [1, 2, 3, 4, 5, 6, 7], workdays: false },
        { says: "holidays", closed: false },
      ];
    if (this.#take("not-on-holidays")) return [{ says: "holidays", closed: true }];
    if (this.#take("also-on-holidays")) return this.#alsoOnHolidays();
    if (this.#take("holidays")) return this.#holidays();
    const span = this.#span();
    return span === null ? "the times cannot be told for certain" : [{ says: "span", span }];
  }

  #days(): readonly Item[] | string {
    let days: readonly number[] = [];
    let workdays = false;
    let joined = true;
    for (let word = this.words[this.#at]; word?.is === "days"; word = this.words[this.#at]) {
      const all = joined ? together(days, word.days) : null;
      if (all === null) return "the days cannot be told for certain";
      [days, workdays] = [all, word.workdays];
      this.#at++;
      if (this.words[this.#at]?.is !== "comma" || this.words[this.#at + 1]?.is !== "days") continue;
      this.#at++;
      joined = days.length < 7;
    }
    if (this.#restFollows()) return [{ says: "closed-days", days }];
    return [{ says: "days", days, workdays: workdays && days.length === 5 }];
  }

  #alsoOnHolidays(): readonly Item[] {
    this.#take("usual");
    return [{ says: "holidays", closed: false }];
  }

  #holidays(): readonly Item[] | string {
    if (this.#restFollows()) return [{ says: "holidays", closed: true }];
    return this.#take("usual")
      ? [{ says: "holidays", closed: false }]
      : "what holds on public holidays is not clear";
  }

  #dates(): readonly Item[] | string {
    this.#take("festival");
    const from = this.#date();
    const to = this.#take("to") ? this.#date() : from;
    if (from === null || to === null) return "the days of a festival are not said";
    if (this.#restFollows()) return [{ says: "dates", from, to, spans: [] }];
    const spans: Span[] = [];
    for (let span = this.#span(); span !== null; span = this.#take("comma") ? this.#span() : null)
      spans.push(span);
    return spans.length > 0
      ? [{ says: "dates", from, to, spans }]
      : "what holds on the days named is not clear";
  }

  #date(): WrittenDay | null {
    const word = this.words[this.#at];
    if (word?.is !== "date") return null;
    this.#at++;
    return word.date;
  }

  /** 休息 and its like, also after a comma. */
  #restFollows(): boolean {
    if (this.words[this.#at]?.is === "comma" && this.words[this.#at + 1]?.is === "rest") this.#at++;
    return this.#take("rest");
  }

  #span(): Span | null {
    const first = this.#label();
    const opens = this.#time();
    if (opens === null || !this.#take("to")) return null;
    const second = this.#label();
    const closes = this.#time();
    return closes === null ? null : span(opens, first, closes, second);
  }

  /** The word before a time; of two, as in 中午午餐, the second. */
  #label(): Label | null {
    let label: Label | null = null;
    for (let word = this.words[this.#at]; word?.is === "label"; word = this.words[this.#at]) {
      label = word.label;
      this.#at++;
    }
    return label;
  }

  #time(): Clock | null {
    const word = this.words[this.#at];
    if (word?.is !== "time") return null;
    this.#at++;
    return word.time;
  }

  #take(is: Word["is"]): boolean {
    if (this.words[this.#at]?.is !== is) return false;
    this.#at++;
    return true;
  }
}

/** Days named one after the other; 每天 after 周一至周五 means each of those. Null for a span that runs backwards. */
function together(known: readonly number[], more: readonly number[]): readonly number[] | null {
  if (more.length === 0) return null;
  if (known.length === 0 || known.length === 7) return more;
  return more.length === 7 ? known : [...new Set([...known, ...more])].sort();
}

function allDay(): Item {
  return { says: "span", span: { opens: 0, closes: 24 * 60, sure: true } };
}
