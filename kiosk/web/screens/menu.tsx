import { useRef } from "preact/hooks";
import type { Opened } from "../background/messages.ts";
import { Turner } from "../parts/turner.tsx";
import { useMeasuredPages } from "../reply/measure.tsx";
import { PageView } from "../reply/page-view.tsx";
import { useSamePlace } from "../reply/same-place.ts";
import type { Section } from "../reply/section.ts";
import { SEVERAL, turningAt } from "../reply/turning.ts";
import { useSpokenPage } from "../session/spoken-screen.ts";
import type { Read } from "../session/voice.ts";
import type { Words } from "../words/words.ts";
import type { Lead } from "./menu-cards.tsx";
import { menuSection } from "./menu-section.tsx";
import { Waiting } from "./notices.tsx";

interface MenuProps {
  readonly menu: string;
  readonly page: number;
  readonly words: Words;
  readonly opened: Opened | null;
  /** Everything outside the menu that changes sizes: type size, window. */
  readonly sizes: string;
  readonly onLead: (lead: Lead) => void;
  readonly onTurn: (page: number) => void;
  /** Reads each page aloud; null when sound is off or there is no voice. */
  readonly read: Read | null;
}

/** A menu of the kiosk's own between the first screen and the engine, in as many pages as it takes. */
export function Menu(props: MenuProps) {
  const section = menuSection(props.menu, props);
  if (section.pieces.length === 0) return <Waiting words={props.words} long />;
  return <MenuPages {...props} section={section} />;
}

function MenuPages({
  menu,
  page,
  words,
  opened,
  sizes,
  onTurn,
  read,
  section,
}: MenuProps & { readonly section: Section }) {
  const signature = [menu, sizes, words.language, opened?.version].join("|");
  const { box, ruler, pages } = useMeasuredPages([section], {
    signature,
    turner: <Turner turning={SEVERAL} words={words} onTurn={() => {}} />,
  });
  const index = Math.min(page, (pages?.length ?? 1) - 1);
  const shown = pages?.[index];
  useSamePlace({ of: menu, signature, page: shown, pages }, onTurn);
  const screen = useRef<HTMLElement>(null);
  useSpokenPage(screen, shown === undefined ? null : `${signature}|${index}`, read, words);
  const turning = pages === null ? null : turningAt(pages, index);
  return (
    <main class="screen menu-pages" ref={screen}>
      <div class="page-box" ref={box}>
        {ruler}
        {shown === undefined ? null : <PageView page={shown} />}
      </div>
      {turning === null ? null : <Turner turning={turning} words={words} onTurn={onTurn} />}
    </main>
  );
}
