import type { Language, LocalText } from "../../engine/knowledge/types.ts";
import { nameToTraditional, toTraditional } from "../traditional.ts";
import type { Field } from "./field.ts";
import { TEXT } from "./forms.ts";

const SIMPLIFIED = { ...TEXT, write: "the text in simplified Chinese" };
const ENGLISH = { ...TEXT, write: "the text in English" };

/** A text in every language; traditional characters are derived unless the author wrote them. */
export function readText(field: Field): LocalText {
  return readLocal(field, toTraditional);
}

/** As `readText`, for names of places and organisations, in which some characters stay as they are. */
export function readName(field: Field): LocalText {
  return readLocal(field, nameToTraditional);
}

function readLocal(field: Field, convert: (text: string) => string): LocalText {
  const record = field.record("zh-Hans", "zh-Hant", "en");
  const simplified = record.get("zh-Hans").as(SIMPLIFIED);
  return {
    "zh-Hans": simplified,
    "zh-Hant": record.find("zh-Hant")?.as(TEXT) ?? convert(simplified),
    en: record.get("en").as(ENGLISH),
  };
}

/** What people call something, per language; a language may have none. */
export function readWords(field: Field | undefined): Readonly<Record<Language, readonly string[]>> {
  const record = field?.record("zh-Hans", "zh-Hant", "en");
  const words = (language: Language) => record?.find(language)?.list((item) => item.as(TEXT));
  const simplified = words("zh-Hans") ?? [];
  return {
    "zh-Hans": simplified,
    "zh-Hant": words("zh-Hant") ?? simplified.map(toTraditional),
    en: words("en") ?? [],
  };
}

/** The separator of several words in one CSV cell. */
const LIST_SEPARATOR = "、";

/** The words of a CSV cell such as `助餐、日托`. */
export function splitWords(text: string | undefined): readonly string[] {
  return (text ?? "")
    .split(LIST_SEPARATOR)
    .map((word) => word.trim())
    .filter(Boolean);
}
