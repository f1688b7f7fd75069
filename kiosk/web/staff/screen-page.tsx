import type { ComponentChild } from "preact";
import type { SiteName } from "../background/messages.ts";
import type { Profile } from "../device/profile.ts";
import type { Words } from "../words/words.ts";
import { screenFindings } from "./findings.ts";
import { Findings, StaffPage } from "./parts.tsx";

/** What the page takes the panel for, and 100 mm to hold a real ruler against. */
export function ScreenPage(props: {
  readonly words: Words;
  readonly site: SiteName | null;
  readonly profile: Profile;
}): ComponentChild {
  const { words, site, profile } = props;
  return (
    <StaffPage title={words.t("kiosk.staff.menu.screen")}>
      <Findings findings={screenFindings(words, site, profile)} words={words} />
      <p>{words.t("kiosk.staff.ruler")}</p>
      <div class="staff-ruler">
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <path d={`M0 9.5h100${TICKS}`} />
        </svg>
        <div class="staff-ruler-ends">
          <span>0</span>
          <span>100</span>
        </div>
      </div>
    </StaffPage>
  );
}

/** A tick each centimetre; those at both ends lie within the line. */
const TICKS = Array.from({ length: 11 }, (_, at) => `M${Math.min(99.75, Math.max(0.25, at * 10))} 0v10`).join(
  "",
);
