import { Tap } from "../../parts/tap.tsx";
import type { Stroke } from "../../writing/ink.ts";
import { Field } from "./field.tsx";
import { useFound } from "./found.ts";
import { Offers } from "./offers.tsx";
import { Paged } from "./paged.tsx";
import type { WayProps } from "./way.ts";

const NONE: readonly string[] = [];

/** Writing with the finger: a square, and under it the characters it may be, or else the words that may follow. */
export function Hand(props: WayProps) {
  const { words, writing, ready, entry, enter, offers, put, sizes } = props;
  const { strokes, text } = entry;
  const drawn = ready && strokes.length > 0 ? strokes : null;
  const characters = useFound(drawn, () => writing.characters(strokes), NONE);
  const draw = (next: readonly Stroke[]): void => enter({ strokes: next });
  return (
    <div class="hand">
      <div class="hand-row">
        <Field
          strokes={strokes}
          label={words.t("kiosk.write.field")}
          onStroke={(stroke) => draw([...strokes, stroke])}
        />
        <div class="hand-tools">
          <Tool
            control="undo"
            text={words.t("kiosk.write.undo")}
            on={strokes.length > 0}
            onTap={() => draw(strokes.slice(0, -1))}
          />
          <Tool
            control="clear"
            text={words.t("kiosk.write.clear")}
            on={strokes.length > 0}
            onTap={() => draw([])}
          />
          <Tool
            control="erase"
            text={words.t("kiosk.write.erase")}
            on={text !== ""}
            onTap={() => enter({ text: [...text].slice(0, -1).join("") })}
          />
        </div>
      </div>
      {strokes.length > 0 ? (
        <Offers
          class="offers-characters"
          label={words.t("kiosk.write.which")}
          empty={words.t(ready ? "kiosk.write.looking" : "kiosk.write.preparing")}
          offers={characters.map((character) => ({
            text: character,
            onTap: () => put(character, 0),
          }))}
        />
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
