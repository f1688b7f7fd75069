import type { Block } from "../../../../src/engine/index.ts";
import { Icon } from "../../icons/icon.tsx";
import { headingPiece } from "../../parts/heading.tsx";
import { Tap } from "../../parts/tap.tsx";
import { linePieces, listPieces, textPieces } from "../../parts/text.tsx";
import type { BlockContext, Piece, Section } from "../../reply/section.ts";

type BenefitBlock = Extract<Block, { kind: "benefit" }>;

/** Key of a benefit's own section. */
const sectionOf = (block: BenefitBlock): string => `benefit:${block.benefit}`;

/** A decided benefit: verdict first, then what it is, amount, what to bring and where, why, and where it is written. */
export function benefitSection(block: BenefitBlock, { words }: BlockContext): Section {
  const key = sectionOf(block);
  const verdict: Piece = {
    key: `${key}/verdict`,
    node: <Verdict block={block} />,
    speech: block.verdict,
    private: true,
    targets: 0,
  };
  return {
    key,
    layout: "flow",
    group: "main",
    always: [],
    heading: headingPiece(key, block.title, true),
    pieces: [
      verdict,
      ...textPieces(`${key}/summary`, block.summary, true),
      ...linePieces(key, block.lines, true),
      ...listPieces(`${key}/why`, words.t("kiosk.card.why"), block.why, true),
    ],
  };
}

/** One benefit as a button of the overview: name and verdict; leads to its card. */
export function overviewPiece(block: BenefitBlock, { jump, words }: BlockContext): Piece {
  return {
    key: `overview/${block.benefit}`,
    node: (
      <Tap control={`see-${block.benefit}`} class="choice overview" onTap={() => jump(sectionOf(block))}>
        <Icon name={`verdict-${block.outcome}`} />
        <span class="overview-text">
          <span class="overview-title">{block.title}</span>
          <span class="overview-verdict">{block.verdict}</span>
        </span>
        <span class="overview-see">{words.t("kiosk.answer.see")}</span>
      </Tap>
    ),
    speech: "",
    private: true,
    targets: 1,
  };
}

/** The verdict by picture and words, never by colour alone. */
function Verdict({ block }: { readonly block: BenefitBlock }) {
  return (
    <p class={`verdict verdict-${block.outcome}`}>
      <Icon name={`verdict-${block.outcome}`} />
      <strong>{block.verdict}</strong>
    </p>
  );
}
