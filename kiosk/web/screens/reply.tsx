import { useMemo, useRef } from "preact/hooks";
import { spokenText } from "../device/spoken.ts";
import { Turner } from "../parts/turner.tsx";
import { compose } from "../reply/compose.ts";
import { listsBenefits } from "../reply/listing.ts";
import { useMeasuredPages } from "../reply/measure.tsx";
import { PageView } from "../reply/page-view.tsx";
import { useSamePlace } from "../reply/same-place.ts";
import type { BlockContext } from "../reply/section.ts";
import { SEVERAL, turningAt } from "../reply/turning.ts";
import type { Action, View } from "../session/session.ts";
import { useSpokenPage } from "../session/spoken-screen.ts";
import type { Read } from "../session/voice.ts";

interface ReplyProps {
  readonly view: Extract<View, { kind: "reply" }>;
  readonly context: Omit<BlockContext, "jump" | "openCounty" | "listsBenefits" | "listen" | "readsAloud">;
  /** Everything outside the reply that changes sizes: type size, window. */
  readonly sizes: string;
  readonly dispatch: (action: Action) => void;
  /** Reads a text aloud; null where there is no voice. */
  readonly reader: Read | null;
  /** The same when screens are to be read by themselves, otherwise null. */
  readonly read: Read | null;
}

/** The engine's reply in pages, one shown at a time, with large buttons to turn them. */
export function ReplyScreen({ view, context, sizes, dispatch, reader, read }: ReplyProps) {
  const first = (section: string): number =>
    Math.max(0, pages?.findIndex((page) => page.section.key === section) ?? 0);
  const screen = useRef<HTMLElement>(null);
  const { words } = context;
  const listen = (): void => {
    if (screen.current !== null) reader?.(spokenText(screen.current, true, words.t("kiosk.stop")), true);
  };
  const sections = compose(view.reply, {
    ...context,
    listen: reader === null ? null : listen,
    readsAloud: read !== null,
    listsBenefits: listsBenefits(view.reply, view.state),
    jump: (section) => dispatch({ do: "jump", page: first(section) }),
    openCounty: (county, section) => dispatch({ do: "county", county, page: first(section) }),
  });
  const replyKey = useMemo(() => nextKey(), [view.reply]);
  const voice = `${reader !== null}/${read !== null}`;
  const place = [context.language, view.entry.county, context.opened?.version];
  const signature = [replyKey, sizes, voice, ...place].join("|");
  const { box, ruler, pages } = useMeasuredPages(sections, {
    signature,
    turner: <Turner turning={SEVERAL} words={words} onTurn={() => {}} />,
  });
  const count = pages?.length ?? 1;
  const index = Math.min(view.pages.at(-1) ?? 0, count - 1);
  const page = pages?.[index];
  useSamePlace({ of: replyKey, signature, page, pages }, (to) => dispatch({ do: "turn-page", page: to }));
  const turning = pages === null ? null : turningAt(pages, index);
  const shown = page === undefined ? null : `${signature}|${page.section.key}|${index}`;
  useSpokenPage(screen, shown, read, words);
  return (
    <main class={`screen reply reply-${page?.section.layout ?? "flow"}`} ref={screen}>
      <div class="page-box" ref={box}>
        {ruler}
        {page === undefined ? null : <PageView page={page} />}
      </div>
      {turning === null ? null : (
        <Turner turning={turning} words={words} onTurn={(to) => dispatch({ do: "turn-page", page: to })} />
      )}
    </main>
  );
}

let lastKey = 0;
function nextKey(): number {
  lastKey += 1;
  return lastKey;
}
