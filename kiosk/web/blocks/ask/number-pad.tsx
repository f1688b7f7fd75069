import type { Block } from "../../../../src/engine/index.ts";
import { KEY_REPEAT_MS } from "../../device/guard.ts";
import { Tap } from "../../parts/tap.tsx";
import { type BlockContext, choiceInput } from "../../reply/section.ts";
import { digitsAfter } from "./digits.ts";

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0", "confirm"] as const;
type Key = (typeof KEYS)[number];

interface NumberPadProps {
  readonly block: Extract<Block, { kind: "ask" }>;
  readonly range: { readonly minimum: number; readonly maximum: number };
  readonly context: BlockContext;
}

/** Our own digits, so that no system keyboard is ever needed. A number out of range is explained, not sent. */
export function NumberPad({ block, range, context }: NumberPadProps) {
  const { words, entry, send } = context;
  const value = entry.digits === "" ? null : Number(entry.digits);
  const fits = value !== null && value >= range.minimum && value <= range.maximum;
  const press = (key: Key): void => {
    if (key === "confirm") {
      if (fits) send(value === null || block.fact === null ? text(entry.digits) : fact(block.fact, value));
    } else context.enter({ digits: digitsAfter(entry.digits, key, range.maximum) });
  };
  const hint = hintFor(value, fits, range, words);
  return (
    <div class="pad">
      <div class="pad-top">
        <output class="pad-display" aria-label={words.t("kiosk.number.display")}>
          {hint === "" ? (
            <span class="pad-value" data-unspoken="">
              {entry.digits}
            </span>
          ) : (
            <span>{hint}</span>
          )}
        </output>
        <div class="pad-others">
          {block.choices.map((choice) => (
            <Tap
              key={choice.id}
              control={choice.id}
              class="choice choice-unsure"
              onTap={() => send(choiceInput(choice))}
            >
              {choice.text}
            </Tap>
          ))}
        </div>
      </div>
      <Digits words={words} fits={fits} onPress={press} />
    </div>
  );
}

interface DigitsProps {
  readonly words: BlockContext["words"];
  /** The number so far may be sent. */
  readonly fits: boolean;
  readonly onPress: (key: Key) => void;
}

function Digits({ words, fits, onPress }: DigitsProps) {
  return (
    <div class="pad-keys" data-unspoken="">
      {KEYS.map((key) => (
        <Tap
          key={key}
          control={`key-${key}`}
          class={`key key-${key}`}
          repeatMs={KEY_REPEAT_MS}
          disabled={key === "confirm" && !fits}
          onTap={() => onPress(key)}
        >
          {key === "erase" || key === "confirm" ? words.t(`kiosk.number.${key}`) : key}
        </Tap>
      ))}
    </div>
  );
}

const text = (digits: string) => ({ kind: "text", text: digits }) as const;
const fact = (id: string, value: number) => choiceInput({ id: `fact:${id}=${value}` });

/** What to say instead of the digits; a number that may still become a fitting one is not faulted. */
function hintFor(
  value: number | null,
  fits: boolean,
  range: NumberPadProps["range"],
  words: BlockContext["words"],
): string {
  if (value === null) return words.t("kiosk.number.empty");
  return fits || value < range.minimum ? "" : words.t("kiosk.number.outside", { ...range });
}
