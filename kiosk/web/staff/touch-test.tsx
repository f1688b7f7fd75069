import type { ComponentChild, ComponentChildren } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import { REPEAT_MS } from "../device/guard.ts";
import { Guard, Tap } from "../parts/tap.tsx";
import type { Words } from "../words/words.ts";
import { type Landing, landed } from "./landing.ts";

/** Targets one after another: near the four corners of the field, and its middle. */
const TARGETS = 5;

interface TouchTestProps {
  readonly words: Words;
  readonly pixelsPerMm: number;
}

/** A few targets to hit; a tap anywhere in the field counts, so that one beside the target is measured as well. */
export function TouchTest({ words, pixelsPerMm }: TouchTestProps): ComponentChild {
  const [landings, setLandings] = useState<readonly Landing[]>([]);
  const field = useRef<HTMLDivElement>(null);
  const target = useRef<HTMLSpanElement>(null);
  const guard = useContext(Guard);
  useEffect(() => {
    const tapped = ({ clientX, clientY }: MouseEvent): void => {
      const box = target.current?.getBoundingClientRect();
      if (box === undefined || !guard.accepts(`target-${landings.length}`, REPEAT_MS)) return;
      const right = (clientX - box.left - box.width / 2) / pixelsPerMm;
      const down = (clientY - box.top - box.height / 2) / pixelsPerMm;
      setLandings([...landings, { right, down }]);
    };
    field.current?.addEventListener("click", tapped);
    return () => field.current?.removeEventListener("click", tapped);
  }, [landings]);
  if (landings.length === TARGETS)
    return <Result words={words} landings={landings} onAgain={() => setLandings([])} />;
  return (
    <main class="screen staff-touch">
      <Top words={words}>
        <p>{words.t("kiosk.staff.touch.hit", { number: landings.length + 1, targets: TARGETS })}</p>
      </Top>
      <div class="touch-field" ref={field}>
        <span class={`touch-target touch-target-${landings.length}`} ref={target} />
      </div>
    </main>
  );
}

function Top({ words, children }: { readonly words: Words; readonly children: ComponentChildren }) {
  return (
    <div class="staff-top">
      <h1 class="heading" tabIndex={-1}>
        {words.t("kiosk.staff.touch")}
      </h1>
      {children}
    </div>
  );
}

interface ResultProps {
  readonly words: Words;
  readonly landings: readonly Landing[];
  readonly onAgain: () => void;
}

function Result({ words, landings, onAgain }: ResultProps): ComponentChild {
  const { mean, most, missed } = landed(landings);
  const verdict = missed === 0 ? "kiosk.staff.touch.good" : "kiosk.staff.touch.missed";
  return (
    <main class="screen staff-touch">
      <Top words={words}>
        <p class="touch-verdict">{words.t(verdict, { missed })}</p>
        <p>{words.t("kiosk.staff.touch.mean", { mm: mean.toFixed(1) })}</p>
        <p>{words.t("kiosk.staff.touch.most", { mm: most.toFixed(1) })}</p>
      </Top>
      <Tap control="touch-again" class="choice" onTap={onAgain}>
        {words.t("kiosk.staff.touch.again")}
      </Tap>
    </main>
  );
}
