import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { KEY_REPEAT_MS } from "../../device/guard.ts";
import { Tap } from "../../parts/tap.tsx";
import type { Words } from "../../words/words.ts";
import { fitted } from "./fitted.ts";
import type { OfferButton } from "./offer.ts";
import { Offers } from "./offers.tsx";

interface PagedProps {
  readonly words: Words;
  readonly label: string;
  readonly offers: readonly OfferButton[];
  readonly empty: string;
  /** Whether what does not fit is worth a button, or simply left out. */
  readonly more: boolean;
  /** Changes with the type size and the window. */
  readonly sizes: string;
}

/** As many offers as fit, each on one line, and a large button for the next ones; after the last come the first again. */
export function Paged({ words, label, offers, empty, more, sizes }: PagedProps) {
  const [page, setPage] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState<readonly (readonly number[])[]>([]);
  useLayoutEffect(() => {
    if (place.current !== null) setPages(fitted(offers, place.current, more));
  }, [offers.map(({ text }) => text).join(" "), more, sizes]);
  const shown = pages[page % Math.max(1, pages.length)] ?? [];
  return (
    <div class="paged" ref={place}>
      <Offers
        class="offers-readings"
        label={label}
        offers={shown.flatMap((at) => offers[at] ?? [])}
        empty={offers.length === 0 ? empty : ""}
      />
      {more && pages.length > 1 ? (
        <Tap
          control="more"
          class="choice choice-main more"
          repeatMs={KEY_REPEAT_MS}
          onTap={() => setPage(page + 1)}
        >
          {words.t("kiosk.write.more")}
        </Tap>
      ) : null}
    </div>
  );
}
