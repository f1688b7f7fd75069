import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { spokenText } from "../device/spoken.ts";
import { Turner } from "../parts/turner.tsx";
import { compose } from "../reply/compose.ts";
import { listsBenefits } from "../reply/listing.ts";
import { useMeasuredPages } from "../reply/measure.tsx";
import type { Page } from "../reply/paginate.ts";
import type { BlockContext } from "../reply/section.ts";
import { SEVERAL, turningAt } from "../reply/turning.ts";
import type { Action, View } from "../session/session.ts";
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
  const aloud = (voice: Read | null, personal: boolean): void => {
    if (screen.current !== null)
      voice?.(spokenText(screen.current, personal, words.t("kiosk.stop")), personal);
  };
  const { words } = context;
  const sections = compose(view.reply, {
    ...context,
    listen: reader === null ? null : () => aloud(reader, true),
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
  useSamePlace({ reply: replyKey, signature, page, pages }, (to) => dispatch({ do: "turn-page", page: to }));
  const turning = pages === null ? null : turningAt(pages, index);
  const shown = page === undefined ? null : `${signature}|${page.section.key}|${index}`;
  useEffect(() => {
    if (shown !== null) aloud(read, false);
  }, [shown, read === null]);
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

interface Shown {
  readonly reply: number;
  readonly signature: string;
  readonly page: Page | undefined;
  readonly pages: readonly Page[] | null;
}

/** When type size or language lays the same reply out anew, shows the page on which one finds what one was reading. */
function useSamePlace(shown: Shown, turn: (to: number) => void): void {
  const before = useRef<Shown | null>(null);
  useLayoutEffect(() => {
    if (shown.page === undefined || shown.pages === null) return;
    const last = before.current;
    before.current = shown;
    if (last === null || last.reply !== shown.reply || last.signature === shown.signature) return;
    const to = pageLike(last.page, shown.pages);
    if (to !== null && shown.pages[to] !== shown.page) {
      before.current = { ...shown, page: shown.pages[to] };
      turn(to);
    }
  });
}

/** The page with the first piece of another layout's page, or at least the first of its section; null when neither is. */
function pageLike(page: Page | undefined, pages: readonly Page[]): number | null {
  const ofSection = (one: Page): boolean => one.section.key === page?.section.key;
  const [piece] = page?.pieces ?? [];
  const exact = pages.findIndex((one) => ofSection(one) && one.pieces.some(({ key }) => key === piece?.key));
  const found = exact >= 0 ? exact : pages.findIndex(ofSection);
  return found >= 0 ? found : null;
}

let lastKey = 0;
function nextKey(): number {
  lastKey += 1;
  return lastKey;
}

function PageView({ page }: { readonly page: Page }) {
  const { section, pieces, headingUnseen } = page;
  const below = [...pieces, ...section.always];
  const firstTarget = below.findIndex((piece) => piece.targets > 0);
  return (
    <div class={`page page-${section.layout}`} data-section={section.key}>
      <div class={headingUnseen ? "unseen" : "piece"} data-private={page.heading.private || undefined}>
        {page.heading.node}
      </div>
      {below.map((piece, index) => (
        <div
          key={piece.key}
          class={index === firstTarget ? "piece piece-first-target" : "piece"}
          data-private={piece.private || undefined}
        >
          {piece.node}
        </div>
      ))}
    </div>
  );
}
