import { Tap } from "../../parts/tap.tsx";
import { Field } from "./field.tsx";
import { useFound } from "./found.ts";
import { Offers } from "./offers.tsx";
import { Paged } from "./paged.tsx";
import type { WayProps } from "./way.ts";

const NONE: readonly string[] = [];

/** Writing with the finger: a square, and under it the characters it may be, or else the words that may follow. */
export function Hand(props: WayProps) {
  const { words, entry, enter, offers, sizes } = props;
  const { strokes } = entry;
  return (
    <div class="hand">
      <div class="hand-row">
        <Field
          strokes={strokes}
          label={words.t("kiosk.write.field")}
          onStroke={(stroke) => enter({ strokes: [...strokes, stroke] })}
        />
        <Tools {...props} />
      </div>
      {strokes.length > 0 ? (
        <Characters {...props} />
      ) : (
        <Paged
          words={words}
          label={words.t("kiosk.write.next")}
          empty={words.t("kiosk.write.hint")}
          offers={offers}
          more={false}
          sizes={sizes}
        />
      )}
    </div>
  );
}

/** What the strokes may be. */
function Characters({ words, writing, ready, entry: { strokes }, put }: WayProps) {
  const characters = useFound(ready ? strokes : null, () => writing.characters(strokes), NONE);
  return (
    <Offers
      class="offers-characters"
      label={words.t("kiosk.write.which")}
      empty={words.t(ready ? "kiosk.write.looking" : "kiosk.write.preparing")}
      offers={characters.map((text) => ({ text, onTap: () => put(text, 0) }))}
    />
  );
}

/** Taking away the last stroke, all of them, or the last character written. */
function Tools({ words, entry: { strokes, text }, enter }: WayProps) {
  const begun = strokes.length > 0;
  const undo = (): void => enter({ strokes: strokes.slice(0, -1) });
  const clear = (): void => enter({ strokes: [] });
  const erase = (): void => enter({ text: [...text].slice(0, -1).join("") });
  return (
    <div class="hand-tools">
      <Tool control="undo" text={words.t("kiosk.write.undo")} on={begun} onTap={undo} />
      <Tool control="clear" text={words.t("kiosk.write.clear")} on={begun} onTap={clear} />
      <Tool control="erase" text={words.t("kiosk.write.erase")} on={text !== ""} onTap={erase} />
    </div>
  );
}

interface ToolProps {
  readonly control: string;
  readonly text: string;
  readonly on: boolean;
  readonly onTap: () => void;
}

/** Several strokes or characters may be taken away quickly one after another. */
function Tool({ control, text, on, onTap }: ToolProps) {
  return (
    <Tap control={control} class="choice tool" repeatMs={TOOL_REPEAT_MS} disabled={!on} onTap={onTap}>
      {text}
    </Tap>
  );
}

const TOOL_REPEAT_MS = 250;
