import type { Opened, SiteName } from "../background/messages.ts";
import { HIGHEST_TOUCH, LOWEST_TOUCH, zonesOf } from "../device/layout.ts";
import type { Profile } from "../device/profile.ts";
import type { Services } from "../session/services.ts";
import type { Words } from "../words/words.ts";
import type { Kept } from "./asking.ts";

/** One line about the kiosk. `look`: something that somebody should see to. */
export interface Finding {
  readonly label: string;
  readonly value: string;
  readonly look: boolean;
}

/** Days after which knowledge that nobody has checked is pointed out; `npm run knowledge stale` looks as far ahead. */
export const OLD_AFTER_DAYS = 90;
const DAY_MS = 86_400_000;
/** Characters of a version that tell one from another. */
const OF_VERSION = 8;

/** Whole days from one day to another, both `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

interface Content {
  readonly words: Words;
  readonly opened: Opened | null;
  readonly site: SiteName | null;
  /** Today in China, `YYYY-MM-DD`. */
  readonly today: string;
  /** Null while it is being asked. */
  readonly answers: boolean | null;
  readonly kept: Kept | null;
}

/** Which site and knowledge are in use, how old it is, and whether the kiosk would go on without a network. */
export function contentFindings(content: Content): readonly Finding[] {
  const { words, opened, site, today } = content;
  const say = sayer(words);
  const days = opened === null ? 0 : daysBetween(opened.checked, today);
  return [
    say("kiosk.staff.site", site?.name[words.language] ?? words.t("kiosk.staff.site.none"), site === null),
    ...(opened === null
      ? [say("kiosk.staff.knowledge", words.t("kiosk.staff.none"), true)]
      : [
          say("kiosk.staff.knowledge", opened.version.slice(0, OF_VERSION)),
          say("kiosk.staff.checked", words.date(opened.checked)),
          say("kiosk.staff.age", words.t("kiosk.staff.days", { days }), days > OLD_AFTER_DAYS),
        ]),
    say("kiosk.staff.engine", yesNo(content.answers, words), content.answers === false),
    ...keptFindings(content.kept, words),
  ];
}

function keptFindings(kept: Kept | null, words: Words): readonly Finding[] {
  const say = sayer(words);
  if (kept === null) return [say("kiosk.staff.offline", words.t("kiosk.staff.asking"))];
  if (kept.kind === "nothing") return [say("kiosk.staff.offline", words.t("kiosk.staff.offline.none"), true)];
  const { version, missing } = kept;
  const whole = missing === 0;
  return [
    say("kiosk.staff.page", version.slice(0, OF_VERSION)),
    whole
      ? say("kiosk.staff.offline", words.t("kiosk.staff.offline.whole"))
      : say("kiosk.staff.offline", words.t("kiosk.staff.offline.missing", { missing }), true),
  ];
}

interface Serving {
  readonly words: Words;
  readonly site: SiteName | null;
  readonly services: Services;
  /** Null while it is being asked. */
  readonly reached: boolean | null;
}

/** Whether the server is there, what it and the site give to visitors. */
export function servingFindings({ words, site, services, reached }: Serving): readonly Finding[] {
  const say = sayer(words);
  const has = (given: boolean): string => words.t(given ? "kiosk.staff.there" : "kiosk.staff.none");
  const languages = (site?.languages ?? []).map((language) => words.t(`kiosk.language.${language}`));
  return [
    say("kiosk.staff.server", yesNo(reached, words), reached === false),
    say("kiosk.staff.speech", has(services.speech)),
    say("kiosk.staff.number", has(services.handovers)),
    say("kiosk.staff.address", services.publicUrl ?? has(false)),
    say("kiosk.staff.printer", printerName(site, words)),
    say("kiosk.staff.phone", site?.phone ?? has(false), site !== null && site.phone === null),
    say("kiosk.staff.languages", languages.join(" ")),
  ];
}

/** The printer of the site in words. */
export function printerName(site: SiteName | null, words: Words): string {
  const printer = site?.printer ?? "none";
  if (printer === "none") return words.t("kiosk.staff.none");
  return printer === "A4" ? "A4" : words.t("kiosk.staff.mm", { mm: printer });
}

/** The panel as the page takes it: size, scale, and where buttons may lie. */
export function screenFindings(words: Words, site: SiteName | null, profile: Profile): readonly Finding[] {
  const say = sayer(words);
  const mm = (value: number, digits = 0) => words.t("kiosk.staff.mm", { mm: value.toFixed(digits) });
  const panel = site?.panel ?? null;
  const { aboveReach, reach, belowReach } = zonesOf(profile);
  const zones = { above: Math.round(aboveReach), reach: Math.round(reach), below: Math.round(belowReach) };
  return [
    panel === null
      ? say("kiosk.staff.panel", words.t("kiosk.staff.panel.guessed"), true)
      : say("kiosk.staff.panel", words.t("kiosk.staff.panel.inches", { inches: panel.inches })),
    say("kiosk.staff.mount", mm(profile.mountMm)),
    say("kiosk.staff.picture", `${profile.widthMm.toFixed(0)} × ${mm(profile.heightMm)}`),
    say("kiosk.staff.pixel", mm(1 / profile.pixelsPerMm, 3)),
    say("kiosk.staff.reach", words.t("kiosk.staff.reach.heights", { from: LOWEST_TOUCH, to: HIGHEST_TOUCH })),
    say("kiosk.staff.zones", words.t("kiosk.staff.zones.heights", zones)),
  ];
}

function sayer(words: Words) {
  return (key: string, value: string, look = false): Finding => ({
    label: words.t(key),
    value,
    look,
  });
}

function yesNo(answer: boolean | null, words: Words): string {
  if (answer === null) return words.t("kiosk.staff.asking");
  return words.t(answer ? "kiosk.staff.works" : "kiosk.staff.fails");
}
