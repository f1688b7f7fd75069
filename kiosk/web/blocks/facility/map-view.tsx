import type { Words } from "../../words/words.ts";
import { distanceInWords } from "./distance.ts";
import type { Drawing, Mark } from "./map.ts";

interface MapProps {
  readonly drawing: Drawing;
  /** Names by the numbers of the marks. */
  readonly names: ReadonlyMap<number, string>;
  readonly words: Words;
  /** Height against width. */
  readonly ratio: number;
}

const percent = (part: number): string => `${(part * 100).toFixed(2)}%`;

/** Where places lie from here, as a plain drawing: no streets, north up; the same in words for who cannot see it. */
export function MapView({ drawing, names, words, ratio }: MapProps) {
  const { marks, ring } = drawing;
  return (
    <div class="map" role="img" aria-label={inWords(marks, names, words)}>
      <div class="map-ground" style={{ height: `calc(${ratio} * var(--inner))` }}>
        <Lines drawing={drawing} />
        <span class="map-north">{words.t("kiosk.map.north")}</span>
        <span class="map-here">{words.t("kiosk.map.here")}</span>
        {marks.map(({ number, x, y }) => (
          <span key={number} class="map-mark" style={{ left: percent(x), top: percent(y) }}>
            {number}
          </span>
        ))}
      </div>
      <div class="map-legend">
        <span>{marks.some(({ coarse }) => coarse) ? words.t("kiosk.map.coarse") : ""}</span>
        {ring === null ? null : (
          <span>{words.t("kiosk.map.ring", { distance: distanceInWords(ring.metres, words, true) })}</span>
        )}
      </div>
    </div>
  );
}

/** The ring, the two axes through here, and a line from each mark to its place. */
function Lines({ drawing: { marks, ring } }: { readonly drawing: Drawing }) {
  return (
    <svg class="map-lines" aria-hidden="true" focusable="false">
      {ring === null ? null : (
        <ellipse class="map-ring" cx="50%" cy="50%" rx={percent(ring.across)} ry={percent(ring.down)} />
      )}
      <line class="map-way" x1="50%" y1="0" x2="50%" y2="100%" />
      <line class="map-way" x1="0" y1="50%" x2="100%" y2="50%" />
      {marks.map(({ number, x, y, pointX, pointY }) => (
        <g key={number}>
          <line class="map-lead" x1={percent(pointX)} y1={percent(pointY)} x2={percent(x)} y2={percent(y)} />
          <circle class="map-point" cx={percent(pointX)} cy={percent(pointY)} />
        </g>
      ))}
    </svg>
  );
}

function inWords(marks: readonly Mark[], names: ReadonlyMap<number, string>, words: Words): string {
  const each = marks.map(({ number, direction, distance }) =>
    words.t("kiosk.map.item", {
      number,
      name: names.get(number) ?? "",
      direction: words.t(`kiosk.map.direction.${direction}`),
      distance: distanceInWords(distance, words),
    }),
  );
  return [words.t("kiosk.map.label"), ...each].join("");
}
