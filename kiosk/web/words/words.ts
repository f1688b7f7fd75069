import type { Language } from "../../../src/engine/index.ts";

/** Words of the kiosk's own screens in the language chosen. */
export interface Words {
  readonly language: Language;
  /** The phrase of that key with `{{name}}` filled in; empty when nobody wrote it (tests see to it that all are). */
  t(key: string, values?: Readonly<Record<string, string | number>>): string;
  /** `2026-11-22` as people write it. Anything else comes back as it is. */
  date(day: string): string;
}

type Phrases = Readonly<Record<string, string>>;

/** Words from the knowledge; until it has arrived, those built in with the page (zh-Hans) stand in. */
export function wordsOf(language: Language, phrases: Phrases | null, builtIn: Phrases): Words {
  const t: Words["t"] = (key, values = {}) =>
    (phrases?.[key] ?? builtIn[key] ?? "").replace(/\{\{(\w+)\}\}/g, (_whole, name: string) =>
      String(values[name] ?? ""),
    );
  const date: Words["date"] = (day) => {
    const [year, month, dayOfMonth] = day.split("-").map(Number);
    if (!year || !month || !dayOfMonth) return day;
    return t("kiosk.date", { year, month, day: dayOfMonth });
  };
  return { language, t, date };
}
