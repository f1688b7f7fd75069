import { parseArgs } from "node:util";
import { DAY } from "../../compiler/reading/forms.ts";
import type { Day } from "../../engine/knowledge/types.ts";
import { Unreadable } from "./unreadable.ts";
import { type Datum, datumOf } from "./where/coordinates.ts";

/** What an import is asked to do. */
export interface ImportOptions {
  readonly file: string;
  readonly type: string;
  readonly county: string;
  readonly source: string | null;
  readonly clause: string;
  readonly reported: Day;
  /** The day somebody looked; null: today, and only where something else changes. */
  readonly checked: Day | null;
  readonly sheet: string | null;
  readonly datum: Datum | null;
  readonly missing: "keep" | "suspended";
  readonly daily: boolean;
  readonly apply: boolean;
}

const TEXTS = [
  "type",
  "county",
  "source",
  "clause",
  "reported",
  "checked",
  "sheet",
  "datum",
  "missing",
] as const;
type TextOption = (typeof TEXTS)[number];

/** How to call it. */
export const USAGE =
  "FILE.xlsx|FILE.csv --type TYPE --county CODE --source DOCUMENT --reported YYYY-MM-DD [--clause TEXT] [--checked YYYY-MM-DD] [--sheet NAME] [--datum gcj-02|bd-09|wgs-84] [--daily] [--missing keep|suspended] [--apply]";

/** Reads the arguments; `today` bounds the days. @throws Unreadable with what to write */
export function readArguments(args: readonly string[], today: Day): ImportOptions {
  const { values, files } = parsed(args);
  const [file, second] = files;
  if (file === undefined || second !== undefined) throw new Unreadable(`name one spreadsheet file: ${USAGE}`);
  const need = (name: TextOption, meaning: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Unreadable(`--${name} is missing: ${meaning}`);
    return value;
  };
  const reported = day("reported", need("reported", "the day the list speaks for, as YYYY-MM-DD"), today);
  const checked = values.get("checked");
  return {
    file,
    type: need("type", "a facility type, such as canteen"),
    county: need("county", "the code of a county, such as 350582"),
    source: values.get("source") ?? null,
    clause: values.get("clause") ?? "全文",
    reported,
    checked: checked === undefined ? null : checkedDay(checked, reported, today),
    sheet: values.get("sheet") ?? null,
    datum: datum(values.get("datum")),
    missing: missing(values.get("missing") ?? "keep"),
    daily: values.has("daily"),
    apply: values.has("apply"),
  };
}

function parsed(args: readonly string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const options = { ...Object.fromEntries(TEXTS.map((name) => [name, text])), daily: flag, apply: flag };
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const filled = Object.entries(values).map(([name, value]) => [name, String(value).trim()] as const);
    return { values: new Map<string, string>(filled), files: positionals };
  } catch (error) {
    const [first = ""] = (error instanceof Error ? error.message : "").split(/[.\n]/u);
    throw new Unreadable(`${first}. Write: ${USAGE}`);
  }
}

function day(name: string, text: string, today: Day): Day {
  const parsedDay = DAY.parse(text);
  if (!("value" in parsedDay)) throw new Unreadable(`--${name} is “${text}”; write ${DAY.write}`);
  if (parsedDay.value > today) throw new Unreadable(`--${name} is ${text}, which is still to come`);
  return parsedDay.value;
}

function checkedDay(text: string, reported: Day, today: Day): Day {
  const checked = day("checked", text, today);
  if (checked < reported)
    throw new Unreadable(`--checked is before --reported; nobody can check a list before it is out`);
  return checked;
}

function datum(text: string | undefined): Datum | null {
  if (text === undefined) return null;
  const found = datumOf(text);
  if (found === null) throw new Unreadable(`--datum is “${text}”; write gcj-02, bd-09 or wgs-84`);
  return found;
}

function missing(text: string): "keep" | "suspended" {
  if (text !== "keep" && text !== "suspended")
    throw new Unreadable(`--missing is “${text}”; write keep or suspended`);
  return text;
}
