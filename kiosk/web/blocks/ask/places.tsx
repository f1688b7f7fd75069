import type { Block, Choice, PlaceCode } from "../../../../src/engine/index.ts";
import type { PlaceName } from "../../background/messages.ts";
import { Tap } from "../../parts/tap.tsx";
import { type BlockContext, choiceInput, type Piece, type Section } from "../../reply/section.ts";
import { choiceClass } from "./choice-class.ts";
import { inOrder } from "./county-order.ts";

type AskBlock = Extract<Block, { kind: "ask" }>;

/** Buttons of places in one row. */
const COLUMNS = 2;
/** A longer name has a row to itself: English names of the zones would be towers of words in half a row. */
const LONG_NAME = 20;
/** Buttons of places on one page; the thirteen counties then stand on three. */
const PLACES_PER_PAGE = 6;

/** Whether one is to choose among our counties; a few named towns (官桥镇 of two counties) are plain answers. */
export function asksForCounty(block: AskBlock, { opened, language }: BlockContext): boolean {
  if (block.entry !== "place" || opened === null) return false;
  return opened.counties.some(({ name }) => block.choices.some(({ text }) => text === name[language]));
}

/** A button among the places. */
interface PlaceButton {
  readonly control: string;
  readonly text: string;
  readonly onTap: () => void;
}

/** Counties, then the towns of the one chosen, two in a row; whoever does not know the town stays with the county. */
export function placeAnswers(
  block: AskBlock,
  key: string,
  context: BlockContext,
): Pick<Section, "pieces" | "always" | "targets"> {
  const targets = PLACES_PER_PAGE;
  const { county } = context.entry;
  if (county === null) {
    const pieces = rowsOf(countyButtons(block, key, context), key);
    return { pieces, targets, always: unsurePieces(block, key, context) };
  }
  const towns = townsOf(county, context).map((town) =>
    placeButton(town, context, () => sendPlace(town.code, block, context)),
  );
  return { pieces: rowsOf(towns, key), targets, always: [wholeCounty(county, block, key, context)] };
}

/** The counties, and among them what the engine offers beside: before them the same as the hukou, after them elsewhere. */
function countyButtons(block: AskBlock, key: string, context: BlockContext): readonly PlaceButton[] {
  const { opened, site, language, send } = context;
  const counties = inOrder(opened?.counties ?? [], site?.place ?? null);
  const isCounty = ({ text }: Choice): boolean => counties.some(({ name }) => name[language] === text);
  const first = block.choices.findIndex(isCounty);
  const others = (from: number, to: number): readonly PlaceButton[] =>
    block.choices
      .slice(from, to)
      .filter((choice) => !isCounty(choice) && !isUnsure(choice))
      .map((choice) => ({
        control: choice.id,
        text: choice.text,
        onTap: () => send(choiceInput(choice)),
      }));
  const buttons = counties.map((county) =>
    placeButton(county, context, () => openOrSend(county.code, block, key, context)),
  );
  return [...others(0, first), ...buttons, ...others(first, block.choices.length)];
}

function placeButton({ code, name }: PlaceName, { language }: BlockContext, onTap: () => void): PlaceButton {
  return { control: `place-${code}`, text: name[language], onTap };
}

/** 不清楚 and the like: no place, and on every page. */
function isUnsure({ id }: Choice): boolean {
  return id.endsWith("=?");
}

function townsOf(county: PlaceCode, { opened }: BlockContext): readonly PlaceName[] {
  return (opened?.towns ?? []).filter((town) => town.parent === county);
}

function openOrSend(code: PlaceCode, block: AskBlock, key: string, context: BlockContext): void {
  if (townsOf(code, context).length === 0) sendPlace(code, block, context);
  else context.openCounty(code, key);
}

function sendPlace(code: PlaceCode, block: AskBlock, context: BlockContext): void {
  const id = block.fact === null ? `place:${code}` : `fact:${block.fact}=${code}`;
  context.send(choiceInput({ id }));
}

function isLong({ text }: PlaceButton): boolean {
  return text.length > LONG_NAME;
}

function rowsOf(buttons: readonly PlaceButton[], key: string): readonly Piece[] {
  const rows: PlaceButton[][] = [];
  for (const button of buttons) {
    const last = rows.at(-1);
    const fits = last && last.length < COLUMNS && ![...last, button].some(isLong);
    if (fits) last.push(button);
    else rows.push([button]);
  }
  return rows.map((row) => ({
    key: `${key}/${row.map(({ control }) => control).join("-")}`,
    node: (
      <div class={row.some(isLong) ? "place-row place-row-long" : "place-row"}>
        {row.map(({ control, text, onTap }) => (
          <Tap key={control} control={control} class={choiceClass(text)} onTap={onTap}>
            {text}
          </Tap>
        ))}
      </div>
    ),
    private: false,
    targets: row.length,
  }));
}

function wholeCounty(county: PlaceCode, block: AskBlock, key: string, context: BlockContext): Piece {
  const node = (
    <Tap control="place-whole" class="choice choice-unsure" onTap={() => sendPlace(county, block, context)}>
      {context.words.t("kiosk.place.whole")}
    </Tap>
  );
  return { key: `${key}/whole`, node, private: false, targets: 1 };
}

function unsurePieces(block: AskBlock, key: string, { send }: BlockContext): readonly Piece[] {
  return block.choices.filter(isUnsure).map((choice) => ({
    key: `${key}/${choice.id}`,
    node: (
      <Tap control={choice.id} class="choice choice-unsure" onTap={() => send(choiceInput(choice))}>
        {choice.text}
      </Tap>
    ),
    private: false,
    targets: 1,
  }));
}
