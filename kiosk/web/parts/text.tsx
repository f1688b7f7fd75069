import type { Line, Source } from "../../../src/engine/index.ts";
import type { Piece } from "../reply/section.ts";
import type { Words } from "../words/words.ts";
import { paragraphs } from "./paragraphs.ts";

/** A text as pieces, one a paragraph. */
export function textPieces(key: string, text: string, isPrivate: boolean): readonly Piece[] {
  return paragraphs(text).map((part, index) => ({
    key: `${key}/text-${index}`,
    node: <p class="paragraph">{part}</p>,
    text: part,
    private: isPrivate,
    targets: 0,
  }));
}

/** Labelled lines of a card, a long one in several pieces of which the first has the label. */
export function linePieces(key: string, lines: readonly Line[], isPrivate: boolean): readonly Piece[] {
  return lines.flatMap((line, index) =>
    paragraphs(line.text).map((text, part) => ({
      key: `${key}/line-${index}-${part}`,
      node: <LineRow label={part === 0 ? line.label : ""} text={text} />,
      text: part === 0 ? `${line.label}：${text}` : text,
      private: isPrivate,
      targets: 0,
    })),
  );
}

/**
 * Lines in the order one needs them: those of `first`, in that order, apart from the others as they come. A card for
 * several places has a run of lines for each; only its first run, with its place, and what belongs to all come first.
 */
export function byNeed(
  lines: readonly Line[],
  first: readonly string[],
  place: string,
): { readonly needed: readonly Line[]; readonly others: readonly Line[] } {
  const runs = lines.flatMap(({ label }, index) => (label === place ? [index] : []));
  const [, second = lines.length] = runs;
  const wanted = runs.length > 1 ? [place, ...first] : first;
  const needed = wanted.flatMap((label) => {
    const found = lines.find((line, index) => line.label === label && (index < second || once(lines, label)));
    return found === undefined ? [] : [found];
  });
  return { needed, others: lines.filter((line) => !needed.includes(line)) };
}

function once(lines: readonly Line[], label: string): boolean {
  return lines.filter((line) => line.label === label).length === 1;
}

/** One labelled line; without a label it goes on from the one before. */
function LineRow({ label, text }: Line) {
  return (
    <p class={label === "" ? "line line-more" : "line"}>
      {label === "" ? null : <span class="line-label">{label}</span>} <span class="line-text">{text}</span>
    </p>
  );
}

/** A short list under a small title, cut between its items. */
export function listPieces(
  key: string,
  title: string,
  items: readonly string[],
  isPrivate: boolean,
): readonly Piece[] {
  return items
    .flatMap((item) => paragraphs(item))
    .map((item, index) => ({
      key: `${key}/item-${index}`,
      node: (
        <div class="reason">
          {index === 0 && title !== "" ? <h2 class="label">{title}</h2> : null}
          <p class="paragraph">{item}</p>
        </div>
      ),
      text: index === 0 ? title + item : item,
      private: isPrivate,
      targets: 0,
    }));
}

/** Where it is written and when we checked: on every card, so that anyone can look it up. */
export function sourcePieces(key: string, sources: readonly Source[], words: Words): readonly Piece[] {
  return sources.map((source, index) => ({
    key: `${key}/source-${index}`,
    node: (
      <div class="source">
        {index === 0 ? <h2 class="label">{words.t("kiosk.card.source")}</h2> : null}
        {sourceLines(source, words).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    ),
    text: sourceLines(source, words).join(""),
    private: false,
    targets: 0,
  }));
}

/** The lines that name one source; nothing is shown that the source does not have. */
export function sourceLines(source: Source, words: Words): readonly string[] {
  const { title, clause, number, issued, checked } = source;
  return [
    words.t("kiosk.card.source.clause", { title, clause }),
    number === null ? "" : words.t("kiosk.card.source.number", { number }),
    issued === null ? "" : words.t("kiosk.card.source.issued", { date: words.date(issued) }),
    source.kind === "news" ? words.t("kiosk.card.source.news") : "",
    words.t("kiosk.card.source.checked", { date: words.date(checked) }),
  ].filter((line) => line !== "");
}
