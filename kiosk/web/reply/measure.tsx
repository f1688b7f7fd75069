import type { ComponentChild, RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { TEXT_PER_PAGE } from "./budget.ts";
import { type Heights, type Limits, type Page, paginate } from "./paginate.ts";
import type { Piece, Section } from "./section.ts";

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
  /** The row to turn pages, which stands under them when there are several. */
  readonly turner: ComponentChild;
}

/** Splits sections into pages by their real heights, with the fonts and sizes of this very device. */
export function useMeasuredPages(sections: readonly Section[], options: MeasureOptions): Measured {
  const { signature } = options;
  const box = useRef<HTMLDivElement>(null);
  const rulerBox = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState<{ signature: string; heights: Heights; limits: Limits }>();
  useLayoutEffect(() => {
    if (box.current === null || rulerBox.current === null) return;
    setMeasured({ signature, heights: heightsIn(rulerBox.current), limits: limitsOf(box.current) });
  }, [signature]);
  const current = measured?.signature === signature ? measured : null;
  const pages = current && paginateAboveTurner(sections, current.heights, current.limits);
  const ruler = pages === null ? <Ruler of={sections} turner={options.turner} measure={rulerBox} /> : null;
  return { box, ruler, pages };
}

const TURNER_KEY = "turner";

/** The row under the pages takes room only when it is there. */
function paginateAboveTurner(
  sections: readonly Section[],
  heights: Heights,
  limits: Limits,
): readonly Page[] {
  const onOne = paginate(sections, heights, limits);
  if (onOne.length === 1) return onOne;
  const row = heights(TURNER_KEY) + limits.gap;
  return paginate(sections, heights, {
    ...limits,
    height: limits.height - row,
    reach: limits.reach - row,
  });
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

function piecesOf({ heading, shortHeadings = [], pieces, picture, always }: Section): readonly Piece[] {
  const pictures = picture === undefined ? [] : [picture.above, picture.alone];
  return [heading, ...shortHeadings, ...[...pieces, ...pictures].flatMap(formsOf), ...always];
}

/** A piece and its shorter and shorter forms. */
function formsOf(piece: Piece): readonly Piece[] {
  return piece.shorter === undefined ? [piece] : [piece, ...formsOf(piece.shorter)];
}

function heightsIn(ruler: HTMLElement): Heights {
  const pieces = Array.from(ruler.querySelectorAll<HTMLElement>("[data-key]"));
  const heights = new Map(
    pieces.map((piece) => [piece.dataset.key ?? "", piece.getBoundingClientRect().height]),
  );
  return (key) => heights.get(key) ?? 0;
}

function limitsOf(box: HTMLElement): Limits {
  const style = getComputedStyle(box);
  const bounds = box.getBoundingClientRect();
  const reachFrom = Number.parseFloat(style.getPropertyValue("--above-reach")) || 0;
  return {
    height: bounds.height,
    reach: Math.min(bounds.height, bounds.bottom - reachFrom),
    gap: Number.parseFloat(style.rowGap) || 0,
    targets: TARGETS_PER_PAGE,
    text: TEXT_PER_PAGE,
  };
}
