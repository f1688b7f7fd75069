import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Tap } from "../../parts/tap.tsx";
import type { Words } from "../../words/words.ts";

const SENTENCES = ["1", "2", "3", "4", "5"] as const;
/** Most choices of a screen. */
const MOST_CHOICES = 6;

interface ReadyProps {
  readonly words: Words;
  /** Changes with the type size and the window. */
  readonly sizes: string;
  /** Other choices of the screen: to write, to speak. */
  readonly others: number;
  readonly onAsk: (sentence: string) => void;
}

/** Ready sentences for those who would rather tap than write: as many as stand within reach at this type size. */
export function Ready({ words, sizes, others, onAsk }: ReadyProps) {
  const place = useRef<HTMLDivElement>(null);
  const signature = `${words.language}|${sizes}`;
  const [measured, setMeasured] = useState({ signature: "", fitting: 0 });
  const offered = sentencesBeside(others);
  const fitting = measured.signature === signature ? measured.fitting : offered.length;
  useLayoutEffect(() => {
    if (measured.signature !== signature && place.current !== null)
      setMeasured({ signature, fitting: fittingIn(place.current) });
  }, [signature, measured.signature]);
  return (
    <div class="ready" ref={place}>
      {offered.slice(0, fitting).map((number) => {
        const sentence = words.t(`kiosk.type.example.${number}`);
        return (
          <Tap key={number} control={`example-${number}`} class="choice" onTap={() => onAsk(sentence)}>
            {sentence}
          </Tap>
        );
      })}
    </div>
  );
}

/** The sentences beside so many other choices of the screen. */
export function sentencesBeside(others: number): readonly string[] {
  return SENTENCES.slice(0, MOST_CHOICES - others);
}

/** How many of the sentences shown have room below the reach and above the row of ways. */
function fittingIn(place: HTMLElement): number {
  const { bottom, height } = place.getBoundingClientRect();
  const style = getComputedStyle(place);
  const aboveReach = Number.parseFloat(style.getPropertyValue("--above-reach")) || 0;
  const gap = Number.parseFloat(style.rowGap);
  const room = Math.min(height, bottom - aboveReach);
  let used = -gap;
  let fitting = 0;
  for (const sentence of Array.from(place.children)) {
    used += sentence.getBoundingClientRect().height + gap;
    if (used > room) break;
    fitting += 1;
  }
  return fitting;
}
