import type { ComponentChild } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Language } from "../../../src/engine/index.ts";
import { dayInChina } from "../device/clock.ts";
import { zonesOf } from "../device/layout.ts";
import type { PanelSize } from "../device/profile.ts";
import { useTouchGuard } from "../device/touch.ts";
import { Icon } from "../icons/icon.tsx";
import { Foot } from "../parts/foot.tsx";
import { Guard, Tap } from "../parts/tap.tsx";
import { LANGUAGES, Languages } from "../screens/home.tsx";
import type { EngineClient } from "../session/engine-client.ts";
import { useToday } from "../session/hooks.ts";
import { useKnowledge } from "../session/knowledge.ts";
import { useDevice, useRootState, useScreenChange } from "../session/page-hooks.ts";
import { useServices } from "../session/services.ts";
import { useSpeaker } from "../session/voice.ts";
import { type Words, wordsOf } from "../words/words.ts";
import { askEngine, askKept, askServer, useAnswer } from "./asking.ts";
import { goThroughDoor } from "./door.ts";
import { contentFindings, servingFindings } from "./findings.ts";
import { Findings, StaffPage } from "./parts.tsx";
import { ScreenPage } from "./screen-page.tsx";
import { SoundPage } from "./sound-page.tsx";
import { SwitchPage } from "./switch-page.tsx";
import { TouchTest } from "./touch-test.tsx";

/** Pages and what they are called, in the order in which one goes through them with a new kiosk. */
const PAGES = {
  content: "kiosk.staff.menu.content",
  services: "kiosk.staff.menu.services",
  screen: "kiosk.staff.menu.screen",
  touch: "kiosk.staff.menu.touch",
  sound: "kiosk.staff.menu.sound",
  switch: "kiosk.staff.menu.switch",
} as const;
type PageName = keyof typeof PAGES;
const PAGE_NAMES = Object.keys(PAGES) as readonly PageName[];

/** Minutes without a touch or a key after which the kiosk is the visitors' again. */
const QUIET_MINUTES = 5;

interface StaffProps {
  readonly client: EngineClient;
  /** Site of the address (`/?site=`), null when none. */
  readonly site: string | null;
  /** Panel of the address (`?panel=`); it goes before the site's own. Null when none. */
  readonly panel: PanelSize | null;
  readonly firstWords: Readonly<Record<string, string>>;
}

/** The staff's screen: how this kiosk is set up, whether all of it works, and the switch that takes it out of service. */
export function Staff({ client, site: siteId, panel, firstWords }: StaffProps): ComponentChild {
  const [page, setPage] = useState<PageName | null>(null);
  const [language, setLanguage] = useState<Language>("zh-Hans");
  const guard = useTouchGuard();
  const { opened } = useKnowledge(client, true);
  const services = useServices(true);
  const speaker = useSpeaker(services.speech);
  const today = useToday(dayInChina);
  const answers = useAnswer(() => askEngine(client), page);
  const kept = useAnswer(askKept, page);
  const reached = useAnswer(askServer, page);
  const site = opened?.sites.find(({ id }) => id === siteId) ?? null;
  const words = wordsOf(language, opened?.words[language] ?? null, firstWords);
  const profile = useDevice(panel ?? site?.panel ?? null, false);
  // No visitor is here, so page and knowledge may be brought up to date.
  useRootState(language, true);
  useScreenChange(`${page}/${profile.mountMm}/${profile.widthMm}`, guard.screenChanged);
  useQuietReturn();

  const shown = (): ComponentChild => {
    switch (page) {
      case null:
        return <StaffMenu words={words} onPage={setPage} onLanguage={setLanguage} />;
      case "content":
        return listed(page, contentFindings({ words, opened, site, today, answers, kept }), words);
      case "services":
        return listed(page, servingFindings({ words, site, services, reached }), words);
      case "screen":
        return <ScreenPage {...{ words, site, profile }} />;
      case "touch":
        return <TouchTest words={words} pixelsPerMm={profile.pixelsPerMm} />;
      case "sound":
        return <SoundPage {...{ words, site, speaker }} publicUrl={services.publicUrl} />;
      case "switch":
        return <SwitchPage words={words} />;
    }
  };
  return (
    <Guard.Provider value={guard}>
      <div class="kiosk staff" lang={language} data-knowledge={opened === null ? "closed" : "open"}>
        {shown()}
        <StaffBar words={words} atMenu={page === null} onBack={() => setPage(null)} />
        {zonesOf(profile).belowReach > 0 ? <Foot site={site} words={words} /> : null}
      </div>
    </Guard.Provider>
  );
}

function listed(
  page: PageName,
  findings: Parameters<typeof Findings>[0]["findings"],
  words: Words,
): ComponentChild {
  return (
    <StaffPage title={words.t(PAGES[page])}>
      <Findings findings={findings} words={words} />
    </StaffPage>
  );
}

interface MenuProps {
  readonly words: Words;
  readonly onPage: (page: PageName) => void;
  readonly onLanguage: (language: Language) => void;
}

function StaffMenu({ words, onPage, onLanguage }: MenuProps): ComponentChild {
  return (
    <StaffPage title={words.t("kiosk.staff.title")}>
      <div class="staff-choices">
        {PAGE_NAMES.map((page) => (
          <Tap key={page} control={`staff-${page}`} class="choice" onTap={() => onPage(page)}>
            {words.t(PAGES[page])}
          </Tap>
        ))}
      </div>
      <Languages of={LANGUAGES} words={words} onLanguage={onLanguage} />
    </StaffPage>
  );
}

interface BarProps {
  readonly words: Words;
  readonly atMenu: boolean;
  readonly onBack: () => void;
}

/** Two ways on: back to the list, and out of the staff's screen. */
function StaffBar({ words, atMenu, onBack }: BarProps): ComponentChild {
  return (
    <nav class="bar staff-bar" aria-label={words.t("kiosk.bar.label")}>
      <Tap control="bar-back" class="bar-button" disabled={atMenu} onTap={onBack}>
        <Icon name="back" />
        <span class="bar-text">{words.t("kiosk.bar.back")}</span>
      </Tap>
      <Tap control="bar-leave" class="bar-button" onTap={goThroughDoor}>
        <Icon name="restart" />
        <span class="bar-text">{words.t("kiosk.staff.leave")}</span>
      </Tap>
    </nav>
  );
}

/** Gives the kiosk back to visitors when the staff has walked away. */
function useQuietReturn(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const again = (): void => {
      clearTimeout(timer);
      timer = setTimeout(goThroughDoor, QUIET_MINUTES * 60_000);
    };
    again();
    for (const sign of ["pointerdown", "keydown"]) addEventListener(sign, again);
    return () => {
      clearTimeout(timer);
      for (const sign of ["pointerdown", "keydown"]) removeEventListener(sign, again);
    };
  }, []);
}
