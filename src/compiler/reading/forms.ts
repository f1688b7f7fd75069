import type { Day, PlaceCode } from "../../engine/knowledge/types.ts";
import { didYouMean } from "./suggest.ts";

/** A single value as a file holds it; CSV cells are always text. */
export type Scalar = string | number | boolean | null;

/** What came of reading a scalar: the value, or what is wrong with it. */
export type Parsed<T> = { readonly value: T } | { readonly wrong: string; readonly write?: string };

/** The form a value must have: how to read it, and how to say what it should have been. */
export interface Form<T> {
  /** Completes “write …” in a fault. */
  readonly write: string;
  /** Read instead of a faulty value; never reaches a bundle. */
  readonly standIn: T;
  readonly parse: (raw: Scalar) => Parsed<T>;
  /** Text is wanted: a number or true/false then only lacks its quotes. */
  readonly textual?: boolean;
  /** Reads a CSV cell's text as the scalar meant; by default the text itself. */
  readonly fromText?: (text: string) => Scalar;
}

/** Non-empty text without blanks around it. */
export const TEXT: Form<string> = {
  write: "a text",
  standIn: "",
  textual: true,
  parse(raw) {
    const text = String(raw ?? "");
    if (text.trim() === "") return { wrong: "where words are needed" };
    return text === text.trim()
      ? { value: text }
      : { wrong: "with blanks around it", write: `\`${text.trim()}\`` };
  },
};

/** Text of one pattern; `wrong` completes “`name` is `value`, …”. */
export function pattern(shape: RegExp, wrong: string, write: string): Form<string> {
  const parse = (raw: Scalar): Parsed<string> => {
    const text = TEXT.parse(raw);
    return "value" in text && !shape.test(text.value) ? { wrong } : text;
  };
  return { ...TEXT, write, parse };
}

/** Kebab-case English: also the file name of what it names. */
export const ID = pattern(
  /^[a-z0-9]+(-[a-z0-9]+)*$/u,
  "which is not an id",
  "lower-case English letters, digits and single hyphens, such as `home-care`",
);

/** A place code; in YAML always in quotes, so that no tool takes it for a number. */
export const PLACE: Form<PlaceCode> = pattern(
  /\S/u,
  "which is not a place code",
  'a place code in quotes, such as "350582"',
);

/** The code itself where a place is defined: 6, 9 or 12 digits, a zone's letters such as `TIA-QZ`, or `elsewhere`. */
export const PLACE_CODE: Form<PlaceCode> = pattern(
  /^(\d{6}|\d{9}|\d{12}|[A-Z]+-[A-Z]+|elsewhere)$/u,
  "which is not a place code",
  "6 digits for a county, 9 for a town, 12 for a village, or a zone such as TIA-QZ",
);

/** A telephone number; several are separated by 、. */
export const PHONE = pattern(
  /^\+?\d[\d -]*\d(转\d+)?(、\+?\d[\d -]*\d(转\d+)?)*$/u,
  "which is not a phone number",
  'digits and hyphens in quotes, such as "0595-12345678", several separated by 、',
);

/** An address on the web that may be shown to people. */
export const WEB_ADDRESS = pattern(
  /^https?:\/\/[^\s/]+\.[^\s]+$/u,
  "which is not a web address",
  "an address that starts with https:// or http://, or null",
);

/** True or false. */
export const FLAG: Form<boolean> = {
  write: "true or false",
  standIn: false,
  parse: (raw) => (typeof raw === "boolean" ? { value: raw } : { wrong: "which is neither true nor false" }),
};

/** A number between two bounds, both allowed. */
export function number(minimum: number, maximum: number, write: string): Form<number> {
  const parse = (raw: Scalar): Parsed<number> => {
    if (typeof raw === "string") return { wrong: "which is not a plain number", ...plainNumber(raw) };
    if (typeof raw !== "number" || !Number.isFinite(raw)) return { wrong: "which is not a number" };
    if (raw < minimum) return { wrong: `which is below ${minimum}` };
    return raw > maximum ? { wrong: `which is above ${maximum}` } : { value: raw };
  };
  return { write, standIn: minimum, parse, fromText: numberFromText };
}

/** Zero or more: amounts, figures, thresholds. */
export const AMOUNT = number(0, 1e12, "a number of zero or more, in plain digits and without quotes");

/** Any whole or broken number, e.g. an order. */
export const NUMBER = number(-1e12, 1e12, "a number in plain digits and without quotes");

/** Degrees north; Quanzhou lies between 24.2 and 26.0. */
export const LATITUDE = number(24.2, 26.0, "degrees north within Quanzhou (24.2 to 26.0)");

/** Degrees east; Quanzhou lies between 117.4 and 119.3. */
export const LONGITUDE = number(117.4, 119.3, "degrees east within Quanzhou (117.4 to 119.3)");

/** One of a fixed set of words. */
export function oneOf<const T extends string>(values: readonly [T, ...T[]]): Form<T> {
  const write = values.length === 1 ? values[0] : `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
  const known = new Set<string>(values);
  const isKnown = (raw: Scalar): raw is T => typeof raw === "string" && known.has(raw);
  const parse = (raw: Scalar): Parsed<T> =>
    isKnown(raw)
      ? { value: raw }
      : { wrong: "which is not known here", write: write + didYouMean(String(raw), values) };
  return { write, standIn: values[0], parse };
}

/** A calendar day, `YYYY-MM-DD`. */
export const DAY: Form<Day> = {
  write: "a day as YYYY-MM-DD, such as 2022-03-09",
  standIn: "",
  parse(raw) {
    const text = String(raw ?? "");
    if (isDay(text)) return { value: text };
    const meant = dayMeant(text);
    if (meant !== null) return { wrong: "which is not in the form YYYY-MM-DD", write: meant };
    const shaped = /^\d{4}-\d{1,2}-\d{1,2}$/u.test(text);
    return { wrong: shaped ? "a day no calendar has" : "which is not a day" };
  },
};

/** True for a real day of the calendar, written `YYYY-MM-DD`. */
function isDay(text: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/u.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The day meant by another way of writing it (2022/3/9, ２０２２-０３-０９, 2022年3月9日), or null. */
function dayMeant(text: string): string | null {
  const parts = plainDigits(text).match(/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u);
  if (parts === null) return null;
  const [, year = "", month = "", day = ""] = parts;
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(written) ? written : null;
}

/** Full-width digits made plain. */
function plainDigits(text: string): string {
  return text.normalize("NFKC");
}

function plainNumber(text: string): { write?: string } {
  const plain = plainDigits(text).replace(/,/gu, "").trim();
  return isNumberText(plain) ? { write: `${plain} without quotes, in plain digits` } : {};
}

function numberFromText(text: string): Scalar {
  return isNumberText(text) ? Number(text) : text;
}

function isNumberText(text: string): boolean {
  return /^-?\d+(\.\d+)?$/u.test(text);
}
