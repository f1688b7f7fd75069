import { useLayoutEffect, useRef } from "preact/hooks";
import type { Page } from "./paginate.ts";

interface Shown {
  /** Names what is laid out: the same reply or menu. */
  readonly of: number | string;
  readonly signature: string;
  readonly page: Page | undefined;
  readonly pages: readonly Page[] | null;
}

/** When type size or language lays the same reply or menu out anew, shows the page on which one finds what one was reading. */
export function useSamePlace(shown: Shown, turn: (to: number) => void): void {
  const before = useRef<Shown | null>(null);
  useLayoutEffect(() => {
    if (shown.page === undefined || shown.pages === null) return;
    const last = before.current;
    before.current = shown;
    if (last === null || last.of !== shown.of || last.signature === shown.signature) return;
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
