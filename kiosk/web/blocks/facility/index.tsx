import type { Block } from "../../../../src/engine/index.ts";
import { Icon } from "../../icons/icon.tsx";
import { headingPiece } from "../../parts/heading.tsx";
import { Tap } from "../../parts/tap.tsx";
import { byNeed, linePieces } from "../../parts/text.tsx";
import type { BlockContext, Piece, Section } from "../../reply/section.ts";
import { distanceInWords } from "./distance.ts";

type FacilityBlock = Extract<Block, { kind: "facility" }>;

/** Key of a place's own section. */
const sectionOf = (block: FacilityBlock): string => `facility:${block.id}`;

/** A place to go to: name, whether it is open, how to get there, and what the information rests on. */
export function facilitySection(block: FacilityBlock, { words }: BlockContext): Section {
  const key = sectionOf(block);
  const needs = NEEDED.map((label) => words.t(label));
  const { needed, others } = byNeed(block.lines, needs, "");
  const state: Piece = {
    key: `${key}/state`,
    node: <State block={block} />,
    text: block.state,
    private: false,
    targets: 0,
  };
  return {
    key,
    layout: "flow",
    group: "main",
    heading: headingPiece(key, block.title, false),
    pieces: [state, ...linePieces(key, [...needed, ...others], false)],
    always: [],
  };
}

/** What one needs of a place first: when, where, how far, whom to call. */
const NEEDED = ["label.hours", "label.address", "label.place", "label.distance", "label.phone"] as const;

/**
 * One place of several as a large card: its number on the drawing, name, how far, where, and whether to go at all;
 * leads to all about it.
 */
export function facilityCard(block: FacilityBlock, number: number, context: BlockContext): Piece {
  const { jump, words } = context;
  const far = block.hit.distance === null ? "" : distanceInWords(block.hit.distance, words);
  const where = [far, nearName(block.hit.placeName ?? "", context)].filter((part) => part !== "").join(" · ");
  const piece = (key: string, line: string): Piece => ({
    key,
    node: (
      <Tap control={`see-${block.id}`} class="choice overview" onTap={() => jump(sectionOf(block))}>
        <span class="overview-number" aria-hidden="true">
          {number}
        </span>
        <span class="overview-text">
          <span class="overview-top">
            <span class="overview-title">{block.title}</span>
            <span class="overview-see">{words.t("kiosk.answer.see")}</span>
          </span>
          {line === "" ? null : <span>{line}</span>}
          <span class="overview-verdict">
            <Icon name={iconOf(block)} />
            {block.state}
          </span>
        </span>
      </Tap>
    ),
    private: false,
    targets: 1,
  });
  const key = `card/${block.id}`;
  return { ...piece(key, where), shorter: piece(`${key}/short`, far) };
}

/** The name of a place without the county both it and the kiosk are in. */
function nearName(name: string, { opened, site, language }: BlockContext): string {
  const county = opened?.counties.find(({ code }) => site?.place.startsWith(code));
  const own = county?.name[language] ?? "";
  return own !== "" && name.startsWith(own) && name.length > own.length
    ? name.slice(own.length).trim()
    : name;
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
