import { useEffect, useMemo, useRef } from "preact/hooks";
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

interface ReplyProps {
  readonly view: Extract<View, { kind: "reply" }>;
  readonly context: Omit<BlockContext, "jump" | "openCounty" | "listsBenefits">;
  /** Everything outside the reply that changes sizes: type size, window. */
  readonly sizes: string;
  readonly wall: boolean;
  readonly dispatch: (action: Action) => void;
  /** Reads a text aloud, a personal one only when asked; null when sound is off or there is no voice. */
  readonly read: ((text: string, personal: boolean) => void) | null;
}

/** The engine's reply in pages, one shown at a time, with large buttons to turn them. */
export function ReplyScreen({ view, context, sizes, wall, dispatch, read }: ReplyProps) {
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
    wall,
    turner: <Turner turning={SEVERAL} words={words} onTurn={() => {}} />,
    withReadRow: read !== null,
  });
  const count = pages?.length ?? 1;
  const index = Math.min(view.pages.at(-1) ?? 0, count - 1);
  const page = pages?.[index];
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
  return (
    <main class={`screen reply reply-${page?.section.layout ?? "flow"}`} ref={screen}>
      <div class="page-box" ref={box}>
        {ruler}
        {page === undefined ? null : <PageView page={page} />}
      </div>
      {page !== undefined && read !== null && isPersonal(page) ? (
        <Tap control="read" class="choice read" onTap={() => aloud(true)}>
          {words.t("kiosk.page.read")}
        </Tap>
      ) : null}
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

function PageView({ page }: { readonly page: Page }) {
  const { section, pieces } = page;
  const below = [...pieces, ...section.always];
  const firstTarget = below.findIndex((piece) => piece.targets > 0);
  return (
    <div class={`page page-${section.layout}`} data-section={section.key}>
      <div class="piece" data-private={page.heading.private || undefined}>
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
