import type { Block } from "../../../../src/engine/index.ts";
import type { BlockContext, Piece, Section } from "../../reply/section.ts";
import { drawMap, type Place } from "./map.ts";
import { MapView } from "./map-view.tsx";

type FacilityBlock = Extract<Block, { kind: "facility" }>;

/** Height of the drawing against its width, as the style sheet has it. */
const RATIO = { above: 0.4, alone: 0.62 } as const;
/** Diameter of a mark against the width, likewise: a drawing alone is that of a narrow panel. */
const MARK = { above: 0.105, alone: 0.14 } as const;
/** One place alone needs no drawing: its card says where. */
const LEAST_PLACES = 2;

/** The drawing of where the places of a list lie from this kiosk; undefined where nothing certain can be drawn. */
export function facilityPicture(
  blocks: readonly FacilityBlock[],
  { site, words }: BlockContext,
): Section["picture"] {
  if (site === null) return undefined;
  const places = blocks.flatMap(placeOf);
  const names = new Map(blocks.map((block, index) => [index + 1, block.title]));
  const piece = (shape: keyof typeof RATIO): Piece | null => {
    const drawing = drawMap(site, places, { ratio: RATIO[shape], mark: MARK[shape] });
    if (drawing.marks.length < LEAST_PLACES) return null;
    const node = <MapView drawing={drawing} names={names} words={words} shape={shape} />;
    return { key: `map-${shape}`, node, private: false, targets: 0 };
  };
  const above = piece("above");
  const alone = piece("alone");
  return above === null || alone === null ? undefined : { above, alone };
}

/** A place known only to its town lies nowhere in particular: drawn, it would send people in a wrong direction. */
function placeOf({ hit }: FacilityBlock, index: number): readonly Place[] {
  const { latitude, longitude, distance, precision } = hit;
  if (latitude === null || longitude === null || distance === null) return [];
  if (precision !== "address" && precision !== "village") return [];
  return [{ number: index + 1, latitude, longitude, distance, coarse: precision !== "address" }];
}
