import type { ComponentChild, Ref } from "preact";
import type { Line } from "../../../src/engine/index.ts";
import type { Opened, SiteName } from "../background/messages.ts";
import { sourceLines } from "../parts/text.tsx";
import type { Words } from "../words/words.ts";
import { Code } from "./code.tsx";
import type { AnswerBlock } from "./taking.ts";

/** Cards on one slip; an arm's length of paper is enough to carry. */
const MOST_CARDS = 4;

interface SlipProps {
  readonly blocks: readonly AnswerBlock[];
  readonly site: SiteName;
  readonly hotline: Opened["hotline"];
  readonly words: Words;
  /** Today in China, `YYYY-MM-DD`. */
  readonly today: string;
  /** Where the code leads; null for none. */
  readonly address: string | null;
  readonly paper: Ref<HTMLDivElement>;
}

/**
 * What comes out of the printer: verdict first, then how much, where to go, what to bring, by which rule of which
 * day, and that the window decides. Out of sight on the screen.
 */
export function Slip({ blocks, site, hotline, words, today, address, paper }: SlipProps): ComponentChild {
  const several = blocks.length > 1;
  const kept = several
    ? blocks.filter((block) => block.kind !== "benefit" || block.outcome !== "no")
    : blocks;
  const cards = kept.slice(0, MOST_CARDS);
  return (
    <div class={`slip slip-${site.printer}`} ref={paper} aria-hidden="true">
      <p class="slip-site">{site.name[words.language]}</p>
      <p>{words.date(today)}</p>
      {cards.map((block) => (
        <SlipCard key={block.title} block={block} brief={several} words={words} />
      ))}
      {several ? <p>{words.t("kiosk.slip.left")}</p> : null}
      <p class="slip-window">{words.t("kiosk.slip.window")}</p>
      {site.phone === null ? null : <SlipLine label={words.t("kiosk.person.site")} text={site.phone} />}
      {hotline === null ? null : <SlipLine label={hotline.name[words.language]} text={hotline.number} />}
      {address === null ? null : (
        <div class="slip-code">
          <Code address={address} />
          <p>{words.t("kiosk.slip.scan")}</p>
        </div>
      )}
    </div>
  );
}

function SlipLine({ label, text }: Line): ComponentChild {
  return (
    <p class="slip-line">
      <b>{label}</b> {text}
    </p>
  );
}

interface CardProps {
  readonly block: AnswerBlock;
  /** One of several: name, verdict, how much and where. */
  readonly brief: boolean;
  readonly words: Words;
}

function SlipCard({ block, brief, words }: CardProps): ComponentChild {
  const verdict = block.kind === "benefit" ? block.verdict : block.kind === "facility" ? block.state : null;
  const source = block.sources[0];
  return (
    <section class="slip-card">
      <p class="slip-title">{block.title}</p>
      {verdict === null ? null : <p class="slip-verdict">{verdict}</p>}
      {block.kind === "topic" ? <p>{block.text}</p> : null}
      {block.kind === "why" ? block.reasons.map((reason) => <p key={reason}>{reason}</p>) : null}
      {linesOf(block, brief, words).map((line) => (
        <SlipLine key={`${line.label} ${line.text}`} {...line} />
      ))}
      {source === undefined ? null : (
        <p class="slip-source">
          <b>{words.t("label.source")}</b>
        </p>
      )}
      {source === undefined
        ? null
        : sourceLines(source, words).map((line) => (
            <p key={line} class="slip-source">
              {line}
            </p>
          ))}
    </section>
  );
}

/** Lines of the card but the citations, which follow with their dates; of one among several only the first few. */
function linesOf(block: AnswerBlock, brief: boolean, words: Words): readonly Line[] {
  if (block.kind === "why") return [];
  const lines = block.lines.filter(({ label }) => label !== words.t("label.source"));
  if (!brief) return lines;
  const wanted = ["amount", "where", "confirm", "address", "phone"].map((label) => words.t(`label.${label}`));
  return lines.filter(({ label }) => wanted.indexOf(label) >= 0);
}
