import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { spokenText } from "../device/spoken.ts";
import { Tap } from "../parts/tap.tsx";
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
  readonly context: Omit<BlockContext, "jump" | "openCounty" | "listsBenefits">;
  /** Everything outside the reply that changes sizes: type size, window. */
  readonly sizes: string;
  readonly dispatch: (action: Action) => void;
  /** Reads a text aloud, a personal one only when asked; null when sound is off or there is no voice. */
  readonly read: Read | null;
}

/** The engine's reply in pages, one shown at a time, with large buttons to turn them. */
export function ReplyScreen({ view, context, sizes, dispatch, read }: ReplyProps) {
  const first = (section: string): number =>
    Math.max(0, pages?.findIndex((page) => page.section.key === section) ?? 0);
  const sections = compose(view.reply, {
    ...context,
    listsBenefits: listsBenefits(view.reply, view.state),
    jump: (section) => dispatch({ do: "jump", page: first(section) }),
    openCounty: (county, section) => dispatch({ do: "county", county, page: first(section) }),
  });
  const replyKey = useMemo(() => nextKey(), [view.reply]);
  const signature = [replyKey, sizes, context.language, view.entry.county, context.opened?.version].join("|");
  const { words } = context;
  const { box, ruler, pages } = useMeasuredPages(sections, {
    signature,
    turner: <Turner turning={SEVERAL} words={words} onTurn={() => {}} />,
    withActions: read !== null,
  });
  const count = pages?.length ?? 1;
  const index = Math.min(view.pages.at(-1) ?? 0, count - 1);
  const page = pages?.[index];
  useSamePlace({ reply: replyKey, signature, page, pages }, (to) => dispatch({ do: "turn-page", page: to }));
  const turning = pages === null ? null : turningAt(pages, index);
  const screen = useRef<HTMLElement>(null);
  const aloud = (personal: boolean): void => {
    if (screen.current !== null)
      read?.(spokenText(screen.current, personal, words.t("kiosk.stop")), personal);
  };
  const shown = page === undefined ? null : `${signature}|${page.section.key}|${index}`;
  useEffect(() => {
    if (shown !== null) aloud(false);
  }, [shown, read === null]);
  const offersReading = page !== undefined && read !== null && isPersonal(page);
  return (
    <main
      class={`screen reply reply-${page?.section.layout ?? "flow"} ${offersReading ? "reply-aloud" : ""}`}
      ref={screen}
    >
      <div class="page-box" ref={box}>
        {ruler}
        {page === undefined ? null : <PageView page={page} />}
      </div>
      {offersReading ? <Actions words={words} onRead={() => aloud(true)} /> : null}
      {turning === null ? null : (
        <Turner turning={turning} words={words} onTurn={(to) => dispatch({ do: "turn-page", page: to })} />
      )}
    </main>
  );
}

interface ActionsProps {
  readonly words: BlockContext["words"];
  readonly onRead: () => void;
}

/** A row of what one may do with an answer. */
function Actions({ words, onRead }: ActionsProps) {
  return (
    <div class="actions">
      <Tap control="read" class="choice read" onTap={onRead}>
        {words.t("kiosk.page.read")}
      </Tap>
    </div>
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

/** Whether a page holds something about this very person, which is read aloud only when they ask. */
function isPersonal({ heading, pieces }: Page): boolean {
  return [heading, ...pieces].some((piece) => piece.private);
}
