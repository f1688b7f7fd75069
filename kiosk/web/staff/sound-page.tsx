import type { ComponentChild } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { SiteName } from "../background/messages.ts";
import { dayInChina } from "../device/clock.ts";
import { type Speaker, type Speed, voiceName } from "../device/speech.ts";
import { Tap } from "../parts/tap.tsx";
import { Code } from "../takeaway/code.tsx";
import { printSlip } from "../takeaway/printing.ts";
import type { Words } from "../words/words.ts";
import { printerName } from "./findings.ts";
import { Findings, StaffPage } from "./parts.tsx";

const SPEEDS: readonly Speed[] = ["normal", "slow", "fast"];

interface SoundPageProps {
  readonly words: Words;
  readonly site: SiteName | null;
  readonly speaker: Speaker;
  /** Origin of the public pages; null for none. */
  readonly publicUrl: string | null;
}

/** Which voice speaks, a sentence at each speed, and a slip to see whether paper comes out. */
export function SoundPage({ words, site, speaker, publicUrl }: SoundPageProps): ComponentChild {
  const paper = useRef<HTMLDivElement>(null);
  useEffect(() => () => speaker.stop(), []);
  const { language } = words;
  const voice = !speaker.available(language)
    ? words.t("kiosk.staff.none")
    : (voiceName(language) ?? words.t("kiosk.staff.voice.server"));
  const text = words.t("kiosk.staff.sound.sample");
  const prints = site !== null && site.printer !== "none";
  return (
    <>
      <StaffPage title={words.t("kiosk.staff.menu.sound")}>
        <Findings
          words={words}
          findings={[
            { label: words.t("kiosk.staff.voice"), value: voice, look: !speaker.available(language) },
            { label: words.t("kiosk.staff.printer"), value: printerName(site, words), look: false },
          ]}
        />
        <div class="staff-choices">
          {(speaker.available(language) ? SPEEDS : []).map((speed) => (
            <Tap
              key={speed}
              control={`try-${speed}`}
              class="choice"
              onTap={() => speaker.speak({ text, language, speed, personal: false })}
            >
              {words.t(`kiosk.sound.${speed}`)}
            </Tap>
          ))}
          {prints ? (
            <Tap
              control="try-print"
              class="choice"
              onTap={() => paper.current && printSlip(paper.current, site.printer)}
            >
              {words.t("kiosk.staff.print")}
            </Tap>
          ) : null}
        </div>
      </StaffPage>
      {prints ? <TestSlip {...{ words, site, publicUrl, paper }} /> : null}
    </>
  );
}

interface TestSlipProps {
  readonly words: Words;
  readonly site: SiteName;
  readonly publicUrl: string | null;
  readonly paper: { current: HTMLDivElement | null };
}

/** Enough to see that Chinese comes out, nothing is cut off at the sides, and the code can be scanned. */
function TestSlip({ words, site, publicUrl, paper }: TestSlipProps): ComponentChild {
  return (
    <div class={`slip slip-${site.printer}`} ref={paper} aria-hidden="true">
      <p class="slip-site">{site.name[words.language]}</p>
      <p class="slip-title">{words.t("kiosk.staff.print.title")}</p>
      <p>{words.date(dayInChina(new Date()))}</p>
      <p class="slip-window">{words.t("kiosk.staff.print.read")}</p>
      {publicUrl === null ? null : (
        <div class="slip-code">
          <Code address={`${publicUrl}/facts?lang=${words.language}`} />
        </div>
      )}
    </div>
  );
}
