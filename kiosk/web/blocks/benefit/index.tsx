import type { Block } from "../../../../src/engine/index.ts";
import { Icon } from "../../icons/icon.tsx";
import { headingPiece } from "../../parts/heading.tsx";
import { Tap } from "../../parts/tap.tsx";
import { byNeed, linePieces, listPieces, textPieces } from "../../parts/text.tsx";
import { type BlockContext, choiceInput, type Piece, type Section } from "../../reply/section.ts";

type BenefitBlock = Extract<Block, { kind: "benefit" }>;

/** Key of a benefit's own section. */
const sectionOf = (block: BenefitBlock): string => `benefit:${block.benefit}`;

/**
 * A decided benefit: verdict first, then what it is, amount, what to bring and where, why, and where it is
 * written. From a card of a list one button asks for all about it.
 */
export function benefitSection(block: BenefitBlock, context: BlockContext): Section {
  const { words } = context;
  const key = sectionOf(block);
  const needs = NEEDED.map((label) => words.t(label));
  const { needed, others } = byNeed(block.lines, needs, words.t("label.place"));
  const verdict: Piece = {
    key: `${key}/verdict`,
    node: <Verdict block={block} />,
    text: block.verdict,
    private: true,
    targets: 0,
  };
  return {
    key,
    layout: "flow",
    group: "main",
    always: context.listsBenefits ? [detailsPiece(block, key, context)] : [],
    heading: headingPiece(key, block.title, true),
    pieces: [
      verdict,
      ...linePieces(`${key}/need`, needed, true),
      ...textPieces(`${key}/summary`, block.summary, true),
      ...listPieces(`${key}/why`, words.t("kiosk.card.why"), block.why, true),
      ...linePieces(key, others, true),
    ],
  };
}

/** What one needs of a card before anything else: how much, where to go, what to bring. */
const NEEDED = ["label.amount", "label.where", "label.bring"] as const;

/** Asks the engine for the whole card: what to check oneself, what to bring, what the text leaves open. */
function detailsPiece({ benefit }: BenefitBlock, key: string, { send, words }: BlockContext): Piece {
  const id = `benefit:${benefit}`;
  const node = (
    <Tap control={id} class="choice" onTap={() => send(choiceInput({ id }))}>
      {words.t("kiosk.card.details")}
    </Tap>
  );
  return { key: `${key}/details`, node, private: false, targets: 1 };
}

/** The sum with all that belongs to it (from which year, who gets it): half of it would be a promise. */
function amountOf({ lines }: BenefitBlock, { words }: BlockContext): string | null {
  const text = lines.find(({ label }) => label === words.t("label.amount"))?.text ?? null;
  return text === words.t("amount.none") ? null : text;
}

/** One benefit as a button of the overview: name, verdict and how much; leads to its card. */
export function overviewPiece(block: BenefitBlock, context: BlockContext): Piece {
  const { jump, words } = context;
  const amount = amountOf(block, context);
  const piece = (key: string, sum: string | null): Piece => ({
    key,
    node: (
      <Tap control={`see-${block.benefit}`} class="choice overview" onTap={() => jump(sectionOf(block))}>
        <Icon name={`verdict-${block.outcome}`} />
        <span class="overview-text">
          <span class="overview-top">
            <span class="overview-title">{block.title}</span>
            <span class="overview-see">{words.t("kiosk.answer.see")}</span>
          </span>
          <span class="overview-verdict">{block.verdict}</span>
        </span>
        {sum === null ? null : <span class="overview-amount">{sum}</span>}
      </Tap>
    ),
    private: true,
    targets: 1,
  });
  const key = `overview/${block.benefit}`;
  const whole = piece(key, amount);
  return amount === null ? whole : { ...whole, shorter: piece(`${key}/short`, null) };
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
