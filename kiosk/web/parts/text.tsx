import type { Line, Source } from "../../../src/engine/index.ts";
import type { Piece } from "../reply/section.ts";
import type { Words } from "../words/words.ts";
import { paragraphs } from "./paragraphs.ts";

/** A text as pieces, one a paragraph. */
export function textPieces(key: string, text: string, isPrivate: boolean): readonly Piece[] {
  return paragraphs(text).map((part, index) => ({
    key: `${key}/text-${index}`,
    node: <p class="paragraph">{part}</p>,
    private: isPrivate,
    targets: 0,
  }));
}

/** Labelled lines of a card, one piece each. */
export function linePieces(key: string, lines: readonly Line[], isPrivate: boolean): readonly Piece[] {
  return lines.map((line, index) => ({
    key: `${key}/line-${index}`,
    node: <LineRow line={line} />,
    private: isPrivate,
    targets: 0,
  }));
}

/** One labelled line. */
export function LineRow({ line }: { readonly line: Line }) {
  return (
    <p class="line">
      <span class="line-label">{line.label}</span> <span class="line-text">{line.text}</span>
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
  return items.map((item, index) => ({
    key: `${key}/item-${index}`,
    node: (
      <div class="reason">
        {index === 0 && title !== "" ? <h2 class="label">{title}</h2> : null}
        <p class="paragraph">{item}</p>
      </div>
    ),
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
