import type { ComponentChild, RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Heights, type Limits, type Page, paginate } from "./paginate.ts";
import type { Piece, Section } from "./section.ts";

/** Millimetres above the screen's lower edge that everyone can reach (1200 mm high, edge mounted at 900 mm). */
const REACH_MM = 300;
/** Most buttons of a reply on one page. */
const TARGETS_PER_PAGE = 6;

interface Measured {
  /** Goes on the box whose height the pages must keep. */
  readonly box: RefObject<HTMLDivElement | null>;
  /** Draws everything out of sight; must stand in the box. */
  readonly ruler: ComponentChild;
  /** Null until measured, which happens before anything is painted. */
  readonly pages: readonly Page[] | null;
}

interface MeasureOptions {
  /** Names everything that changes a height: it is measured again when it changes. */
  readonly signature: string;
  /** A wall panel: buttons only where everyone can reach. */
  readonly wall: boolean;
  /** Rows that stand under the pages: one to turn them, when there are several, … */
  readonly turner: ComponentChild;
  /** … and one to have them read aloud, when that is possible. */
  readonly withReadRow: boolean;
}

/** Splits sections into pages by their real heights, with the fonts and sizes of this very device. */
export function useMeasuredPages(sections: readonly Section[], options: MeasureOptions): Measured {
  const { signature, wall, withReadRow } = options;
  const box = useRef<HTMLDivElement>(null);
  const rulerBox = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState<{ signature: string; heights: Heights; limits: Limits }>();
  useLayoutEffect(() => {
    if (box.current === null || rulerBox.current === null) return;
    setMeasured({ signature, heights: heightsIn(rulerBox.current), limits: limitsOf(box.current, wall) });
  }, [signature, wall]);
  const current = measured?.signature === signature ? measured : null;
  const pages = current && paginateAboveRows(sections, current.heights, current.limits, withReadRow);
  const ruler = pages === null ? <Ruler of={sections} turner={options.turner} measure={rulerBox} /> : null;
  return { box, ruler, pages };
}

const TURNER_KEY = "turner";

/** Rows under the pages take room only when they are there. */
function paginateAboveRows(
  sections: readonly Section[],
  heights: Heights,
  limits: Limits,
  withReadRow: boolean,
): readonly Page[] {
  const row = heights(TURNER_KEY) + limits.gap;
  const above = (rows: number): readonly Page[] =>
    paginate(sections, heights, {
      ...limits,
      height: limits.height - rows * row,
      reach: limits.reach - rows * row,
    });
  const readRows = withReadRow ? 1 : 0;
  const onOne = above(readRows);
  return onOne.length === 1 ? onOne : above(readRows + 1);
}

interface RulerProps {
  readonly of: readonly Section[];
  readonly turner: ComponentChild;
  readonly measure: RefObject<HTMLDivElement | null>;
}

function Ruler({ of, turner, measure }: RulerProps) {
  return (
    <div class="ruler" ref={measure} aria-hidden="true" inert>
      {of.map((section) => (
        <div key={section.key} class={`page page-${section.layout}`}>
          {piecesOf(section).map((piece) => (
            <div key={piece.key} class="piece" data-key={piece.key}>
              {piece.node}
            </div>
          ))}
        </div>
      ))}
      <div data-key={TURNER_KEY}>{turner}</div>
    </div>
  );
}

function piecesOf({ heading, shortHeading, pieces, always }: Section): readonly Piece[] {
  return [heading, ...(shortHeading === undefined ? [] : [shortHeading]), ...pieces, ...always];
}

function heightsIn(ruler: HTMLElement): Heights {
  const pieces = Array.from(ruler.querySelectorAll<HTMLElement>("[data-key]"));
  const heights = new Map(
    pieces.map((piece) => [piece.dataset.key ?? "", piece.getBoundingClientRect().height]),
  );
  return (key) => heights.get(key) ?? 0;
}

function limitsOf(box: HTMLElement, wall: boolean): Limits {
  const style = getComputedStyle(box);
  const mm = Number.parseFloat(style.getPropertyValue("--mm")) || 1;
  const bounds = box.getBoundingClientRect();
  const below = globalThis.innerHeight - bounds.bottom;
  return {
    height: bounds.height,
    reach: wall ? REACH_MM * mm - below : bounds.height,
    gap: Number.parseFloat(style.rowGap) || 0,
    targets: TARGETS_PER_PAGE,
  };
}
