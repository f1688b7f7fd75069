import { useEffect, useRef, useState } from "preact/hooks";
import type { Language } from "../../../../src/engine/index.ts";
import { Tap } from "../../parts/tap.tsx";
import type { EngineClient } from "../../session/engine-client.ts";
import type { Entry, Way } from "../../session/session.ts";
import type { Words } from "../../words/words.ts";
import type { Writing } from "../../writing/client.ts";
import { useFound } from "./found.ts";
import { Hand } from "./hand.tsx";
import { Keys } from "./keys.tsx";
import { endings, ownWords, starters } from "./own-words.ts";
import { Ready } from "./ready.tsx";

/** Longest question that is sent; more is not taken. */
const LONGEST_QUESTION = 200;

interface WriteProps {
  readonly words: Words;
  readonly writing: Writing;
  readonly client: EngineClient;
  /** Version of the knowledge whose words are offered; null while there is none. */
  readonly version: string | null;
  readonly entry: Entry;
  readonly enter: (entry: Partial<Entry>) => void;
  /** Changes with the type size and the window. */
  readonly sizes: string;
  /** Sends the question; `own` when in the person's own words. */
  readonly onAsk: (question: string, own: boolean) => void;
  /** Opens listening; null when this kiosk cannot hear. */
  readonly onSpeak: (() => void) | null;
}

/** One's own question: by hand, by sound, or one of the ready sentences. What is written stands large above. */
export function Write(props: WriteProps) {
  const { words, writing, entry, enter, onAsk, onSpeak } = props;
  const ready = useReady(props);
  const way = entry.way ?? usualWay(words.language);
  const put = (text: string, replaces: number): void => {
    const characters = [...entry.text];
    const kept = characters.slice(0, characters.length - replaces).join("");
    enter({ text: (kept + text).slice(0, LONGEST_QUESTION), strokes: [] });
  };
  const offers = useOffers(props, ready, put);
  const composing = (way === "hand" && entry.strokes.length > 0) || (way === "keys" && entry.letters !== "");
  const wayProps = { words, writing, ready, entry, enter, offers, put, sizes: props.sizes };
  return (
    <main class={`screen write write-${way} ${composing ? "write-composing" : ""}`}>
      {way === "ready" ? <Title words={words} /> : <Written {...props} way={way} />}
      {way === "hand" ? <Hand {...wayProps} /> : null}
      {way === "keys" ? <Keys {...wayProps} /> : null}
      {way === "ready" ? (
        <Ready
          words={words}
          sizes={props.sizes}
          others={onSpeak === null ? 1 : 2}
          onAsk={(sentence) => onAsk(sentence, false)}
        />
      ) : null}
      <Ways {...props} way={way} />
    </main>
  );
}

/** The row below: the other ways to ask, and sending what is written. */
function Ways({ words, entry, enter, onAsk, onSpeak, way }: WriteProps & { readonly way: Way }) {
  const question = entry.text.trim();
  return (
    <div class="write-ways">
      {waysBeside(way, words.language).map((other) => (
        <Tap key={other} control={`way-${other}`} class="choice" onTap={() => enter({ way: other })}>
          {words.t(`kiosk.write.way.${other}`)}
        </Tap>
      ))}
      {onSpeak === null ? null : (
        <Tap control="speak" class="choice" onTap={onSpeak}>
          {words.t("kiosk.listen.open")}
        </Tap>
      )}
      {way === "ready" ? null : (
        <Tap
          control="send"
          class="choice choice-main"
          disabled={question === ""}
          onTap={() => {
            if (question !== "") onAsk(question, true);
          }}
        >
          {words.t("kiosk.type.send")}
        </Tap>
      )}
    </div>
  );
}

/** The way one writes before choosing another: elders write Chinese by hand first; English has no handwriting here. */
export function usualWay(language: Language): Way {
  return language === "en" ? "keys" : "hand";
}

function waysFor(language: Language): readonly Way[] {
  return language === "en" ? ["keys", "ready"] : ["hand", "keys", "ready"];
}

function Title({ words }: { readonly words: Words }) {
  return (
    <h1 class="heading" tabIndex={-1}>
      {words.t("kiosk.type.examples")}
    </h1>
  );
}

/** The other ways; from the ready sentences only the usual one, as the others are a tap behind it. */
export function waysBeside(way: Way, language: Language): readonly Way[] {
  return way === "ready" ? [usualWay(language)] : waysFor(language).filter((other) => other !== way);
}

/** The question so far. A real keyboard can write into it; the system's own on the screen never opens. */
function Written({ words, entry, enter, way }: WriteProps & { readonly way: Way }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (field.current !== null) field.current.scrollTop = field.current.scrollHeight;
  }, [entry.text]);
  return (
    <div class="write-top">
      <h1 class="heading" tabIndex={-1}>
        {words.t("kiosk.type.title")}
      </h1>
      <div class="write-place">
        <textarea
          ref={field}
          class="write-field"
          aria-label={words.t("kiosk.type.field")}
          maxLength={LONGEST_QUESTION}
          rows={1}
          inputMode="none"
          autocomplete="off"
          spellcheck={false}
          value={entry.text}
          onInput={(event) => enter({ text: event.currentTarget.value })}
        />
        {way === "keys" && entry.letters !== "" ? (
          <output class="letters">{words.t("kiosk.write.letters", { letters: entry.letters })}</output>
        ) : null}
      </div>
    </div>
  );
}

/** Loads what writing needs, with the words of the knowledge as it is now. */
function useReady({ words, writing, client, version }: WriteProps): boolean {
  const [ready, setReady] = useState(false);
  const { language } = words;
  useEffect(() => {
    if (version === null || language === "en") return;
    let current = true;
    const all = async () => [...ownWords(words), ...(await client.words(language))];
    writing.prepare(all, `${version}/${language}`).then(
      () => current && setReady(true),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [version, language]);
  return ready;
}

const NO_OFFERS: readonly { readonly text: string; readonly replaces: number }[] = [];

/** What may come next: ways to begin, names that go on from the last characters, or ways to end a question. */
function useOffers(
  { words, writing, entry }: WriteProps,
  ready: boolean,
  put: (text: string, replaces: number) => void,
) {
  const { text } = entry;
  const found = useFound(ready && text !== "" ? text : null, () => writing.following(text), NO_OFFERS);
  const begins = text === "" ? starters(words) : null;
  const ends = endings(words).some((end) => text.endsWith(end)) ? [] : endings(words);
  const added = (begins ?? ends).map((own) => ({ text: own, replaces: 0 }));
  const texts = begins === null && found.length > 0 ? found : added;
  return texts.map((offer) => ({ text: offer.text, onTap: () => put(offer.text, offer.replaces) }));
}
