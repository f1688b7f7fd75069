import { useEffect, useRef, useState } from "preact/hooks";
import { type Heard, type Listening, listen, type SpeechRecogniser } from "../device/recogniser.ts";
import { Icon } from "../icons/icon.tsx";
import { Tap } from "../parts/tap.tsx";
import type { Words } from "../words/words.ts";

/** Misses after which we stop asking to repeat: from then on cards and a person are quicker. */
export const MOST_MISSES = 2;

interface ListenProps {
  readonly words: Words;
  readonly recogniser: SpeechRecogniser;
  /** How often what was heard was not what was meant. */
  readonly misses: number;
  readonly onHeard: (question: string) => void;
  readonly onChoose: () => void;
  readonly onPerson: () => void;
  /** Reads a screen aloud; null when the kiosk is silent. */
  readonly read: ((screen: Element) => void) | null;
}

/**
 * Listening: what is heard stands there at once; it ends by the button, by a long pause, or after a minute.
 * The screen is not read aloud, because the microphone would hear it.
 */
export function Listen(props: ListenProps) {
  const { misses } = props;
  const [unheard, setUnheard] = useState(0);
  const [open, setOpen] = useState(misses < MOST_MISSES);
  if (open)
    return (
      <Open
        {...props}
        onEnded={(heard) => {
          if (heard.kind === "text") props.onHeard(heard.text);
          else {
            setUnheard(unheard + 1);
            setOpen(false);
          }
        }}
      />
    );
  return <Missed {...props} again={misses + unheard < MOST_MISSES ? () => setOpen(true) : null} />;
}

interface MissedProps extends ListenProps {
  /** Listens once more; null when that has failed often enough. */
  readonly again: (() => void) | null;
}

/** Nothing was heard, or not what was meant. It comes without a tap, so it reads itself. */
function Missed({ words, again, onChoose, onPerson, read }: MissedProps) {
  const screen = useRef<HTMLElement>(null);
  useEffect(() => {
    if (screen.current !== null) read?.(screen.current);
  }, []);
  return (
    <main class="screen understood" ref={screen}>
      <div class="question">
        <h1 class="heading" tabIndex={-1}>
          {words.t("kiosk.listen.missed")}
        </h1>
        <p>{words.t("kiosk.listen.fault")}</p>
      </div>
      {again === null ? null : (
        <Tap control="listen-again" class="choice choice-main" onTap={again}>
          {words.t("kiosk.listen.again")}
        </Tap>
      )}
      <Tap control="understood-choose" class="choice" onTap={onChoose}>
        {words.t("kiosk.understood.choose")}
      </Tap>
      <Tap control="listen-person" class="choice" onTap={onPerson}>
        {words.t("kiosk.bar.person")}
      </Tap>
    </main>
  );
}

function Open({ words, recogniser, onEnded }: ListenProps & { readonly onEnded: (heard: Heard) => void }) {
  const [text, setText] = useState("");
  const listening = useRef<Listening | null>(null);
  const ended = useRef(onEnded);
  ended.current = onEnded;
  useEffect(() => {
    listening.current = listen(recogniser, words.language, {
      hearing: setText,
      ended: (heard) => ended.current(heard),
    });
    return () => listening.current?.cancel();
  }, []);
  return (
    <main class="screen listen" data-unspoken="">
      <div class="question">
        <Icon name="sound" />
        <h1 class="heading" tabIndex={-1}>
          {words.t("kiosk.listen.title")}
        </h1>
        <p class="listen-text">{text === "" ? words.t("kiosk.listen.hint") : text}</p>
      </div>
      <Tap
        control="listen-done"
        class="choice choice-main idle-choice"
        onTap={() => listening.current?.finish()}
      >
        {words.t("kiosk.listen.done")}
      </Tap>
    </main>
  );
}
