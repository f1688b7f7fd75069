import type { Range } from "./answers.ts";

/** A text with the words asked for marked and the figures that answer in bold. Ranges come in order and never overlap. */
export function Marked({ text, ranges }: { readonly text: string; readonly ranges: readonly Range[] }) {
  const starts = [0, ...ranges.map(({ end }) => end)];
  return (
    <>
      {starts.map((start, at) => {
        const range = ranges[at];
        const part = range && text.slice(range.start, range.end);
        return (
          <span key={start}>
            {text.slice(start, range?.start)}
            {range?.what === "figure" && <strong class="figure">{part}</strong>}
            {range?.what === "word" && <mark>{part}</mark>}
          </span>
        );
      })}
    </>
  );
}
