import type { Words } from "../../words/words.ts";
import { distanceInWords } from "./distance.ts";
import type { Drawing, Mark } from "./map.ts";

interface MapProps {
  readonly drawing: Drawing;
  /** Names by the numbers of the marks. */
  readonly names: ReadonlyMap<number, string>;
  readonly words: Words;
  readonly shape: "above" | "alone";
}

const percent = (part: number): string => `${(part * 100).toFixed(2)}%`;

/** Where places lie from here, as a plain drawing: no streets, north up; the same in words for who cannot see it. */
export function MapView({ drawing, names, words, shape }: MapProps) {
  const { marks, ring } = drawing;
  return (
    <svg class={`map map-${shape}`} role="img" aria-label={inWords(marks, names, words)}>
      {ring === null ? null : <Rings ring={ring} words={words} />}
      {marks.some(({ coarse }) => coarse) ? (
        <text class="map-coarse" x="0" y="100%">
          {words.t("kiosk.map.coarse")}
        </text>
      ) : null}
      <line class="map-way" x1="50%" y1="0" x2="50%" y2="100%" />
      <line class="map-way" x1="0" y1="50%" x2="100%" y2="50%" />
      {marks.map((mark) => (
        <line
          key={mark.number}
          class="map-lead"
          x1={percent(mark.pointX)}
          y1={percent(mark.pointY)}
          x2={percent(mark.x)}
          y2={percent(mark.y)}
        />
      ))}
      <Here words={words} />
      {marks.map((mark) => (
        <g key={mark.number}>
          <circle class="map-point" cx={percent(mark.pointX)} cy={percent(mark.pointY)} />
          <circle class="map-mark" cx={percent(mark.x)} cy={percent(mark.y)} />
          <text class="map-number" x={percent(mark.x)} y={percent(mark.y)}>
            {mark.number}
          </text>
        </g>
      ))}
    </svg>
  );
}

function Rings({ ring, words }: { readonly ring: NonNullable<Drawing["ring"]>; readonly words: Words }) {
  return (
    <g>
      <ellipse class="map-ring" cx="50%" cy="50%" rx={percent(ring.across)} ry={percent(ring.down)} />
      <text class="map-scale" x="100%" y="100%">
        {words.t("kiosk.map.ring", { distance: distanceInWords(ring.metres, words, true) })}
      </text>
    </g>
  );
}

function Here({ words }: { readonly words: Words }) {
  return (
    <g>
      <circle class="map-here" cx="50%" cy="50%" />
      <text class="map-here-text" x="50%" y="50%">
        {words.t("kiosk.map.here")}
      </text>
      <text class="map-north" x="50%" y="0">
        {words.t("kiosk.map.north")}
      </text>
    </g>
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
