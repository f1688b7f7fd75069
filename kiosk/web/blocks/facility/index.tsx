import type { Block } from "../../../../src/engine/index.ts";
import { Icon } from "../../icons/icon.tsx";
import { headingPiece } from "../../parts/heading.tsx";
import { Tap } from "../../parts/tap.tsx";
import { linePieces } from "../../parts/text.tsx";
import type { BlockContext, Piece, Section } from "../../reply/section.ts";
import type { Words } from "../../words/words.ts";

type FacilityBlock = Extract<Block, { kind: "facility" }>;

/** Key of a place's own section. */
const sectionOf = (block: FacilityBlock): string => `facility:${block.id}`;

/** A place to go to: name, whether it is open, how to get there, and what the information rests on. */
export function facilitySection(block: FacilityBlock): Section {
  const key = sectionOf(block);
  const state: Piece = {
    key: `${key}/state`,
    node: <State block={block} />,
    private: false,
    targets: 0,
  };
  return {
    key,
    layout: "flow",
    group: "main",
    heading: headingPiece(key, block.title, false),
    pieces: [state, ...linePieces(key, block.lines, false)],
    always: [],
  };
}

/** One place of several as a large card: name, how far, where, and whether to go at all; leads to all about it. */
export function facilityCard(block: FacilityBlock, { jump, words }: BlockContext): Piece {
  const where = [distance(block.hit.distance, words), block.hit.placeName].filter(Boolean).join(" · ");
  return {
    key: `card/${block.id}`,
    node: (
      <Tap control={`see-${block.id}`} class="choice overview" onTap={() => jump(sectionOf(block))}>
        <Icon name={iconOf(block)} />
        <span class="overview-text">
          <span class="overview-top">
            <span class="overview-title">{block.title}</span>
            <span class="overview-see">{words.t("kiosk.answer.see")}</span>
          </span>
          {where === "" ? null : <span>{where}</span>}
          <span class="overview-verdict">{block.state}</span>
        </span>
      </Tap>
    ),
    private: false,
    targets: 1,
  };
}

function State({ block }: { readonly block: FacilityBlock }) {
  return (
    <p class={`verdict verdict-${outcomeOf(block)}`}>
      <Icon name={iconOf(block)} />
      <strong>{block.state}</strong>
    </p>
  );
}

function iconOf(block: FacilityBlock): string {
  return `verdict-${outcomeOf(block)}`;
}

/** The look of a place's state: only one known to be open now looks like a yes. */
function outcomeOf({ hit }: FacilityBlock): string {
  if (hit.confirmFirst || hit.status === "unverified") return "confirm";
  if (hit.status !== "open" || hit.openState === "closed") return "no";
  return hit.openState === "open" ? "yes" : "unknown";
}

/** The engine's distance is already as coarse as the coordinates; it is only put in words. */
function distance(metres: number | null, words: Words): string {
  if (metres === null) return "";
  if (metres < 1000) return words.t("kiosk.facility.metres", { metres });
  return words.t("kiosk.facility.kilometres", { kilometres: Math.round(metres / 100) / 10 });
}
