import type { Block } from "../../../../src/engine/index.ts";
import type { BlockContext, Piece, Section } from "../../reply/section.ts";
import { type Drawing, drawMap, type Place } from "./map.ts";
import { MapView } from "./map-view.tsx";

type FacilityBlock = Extract<Block, { kind: "facility" }>;

/** Height of the drawing against its width: flat above a list, and as high as there is room for on a page alone. */
const RATIOS = { above: 0.4, alone: 0.62, low: 0.46, flat: 0.3 } as const;
/** Diameter of a mark against the width, as the style sheet has it: a drawing alone is that of a narrow panel. */
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
  const drawn = (shape: keyof typeof RATIOS): Drawing =>
    drawMap(site, places, { ratio: RATIOS[shape], mark: MARK[shape === "above" ? "above" : "alone"] });
  if (drawn("above").marks.length < LEAST_PLACES) return undefined;
  const piece = (shape: keyof typeof RATIOS): Piece => {
    const ratio = RATIOS[shape];
    const drawing = drawn(shape);
    const node = <MapView drawing={drawing} names={names} words={words} ratio={ratio} />;
    return { key: `map-${shape}`, node, private: false, targets: 0 };
  };
  const low = { ...piece("low"), shorter: piece("flat") };
  return { above: piece("above"), alone: { ...piece("alone"), shorter: low } };
}

/** A place known only to its town lies nowhere in particular: drawn, it would send people in a wrong direction. */
function placeOf({ hit }: FacilityBlock, index: number): readonly Place[] {
  const { latitude, longitude, distance, precision } = hit;
  if (latitude === null || longitude === null || distance === null) return [];
  if (precision !== "address" && precision !== "village") return [];
  return [{ number: index + 1, latitude, longitude, distance, coarse: precision !== "address" }];
}
