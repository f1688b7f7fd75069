import { useEffect, useMemo, useRef } from "preact/hooks";
import { spokenText } from "../device/spoken.ts";
import { Tap } from "../parts/tap.tsx";
import { Turner } from "../parts/turner.tsx";
import { compose } from "../reply/compose.ts";
import { listsBenefits } from "../reply/listing.ts";
import { useMeasuredPages } from "../reply/measure.tsx";
import { PageView } from "../reply/page-view.tsx";
import type { Page } from "../reply/paginate.ts";
import { useSamePlace } from "../reply/same-place.ts";
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
  useSamePlace({ of: replyKey, signature, page, pages }, (to) => dispatch({ do: "turn-page", page: to }));
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

let lastKey = 0;
function nextKey(): number {
  lastKey += 1;
  return lastKey;
}

/** Whether a page holds something about this very person, which is read aloud only when they ask. */
function isPersonal({ heading, pieces }: Page): boolean {
  return [heading, ...pieces].some((piece) => piece.private);
}
