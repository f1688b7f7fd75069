import type { Block, Choice, PlaceCode } from "../../../../src/engine/index.ts";
import type { PlaceName } from "../../background/messages.ts";
import { Tap } from "../../parts/tap.tsx";
import { type BlockContext, choiceInput, type Piece, type Section } from "../../reply/section.ts";

type AskBlock = Extract<Block, { kind: "ask" }>;

/** Buttons of places in one row. */
const COLUMNS = 2;

/** Counties, then the towns of the one chosen, two in a row; whoever does not know the town stays with the county. */
export function placeAnswers(
  block: AskBlock,
  key: string,
  context: BlockContext,
): Pick<Section, "pieces" | "always"> {
  const counties = nearestFirst(context);
  const { county } = context.entry;
  if (county === null) {
    const pieces = rowsOf(counties, key, context, (code) => openOrSend(code, block, key, context));
    return { pieces, always: otherAnswers(block, counties, key, context) };
  }
  const towns = townsOf(county, context);
  const pieces = rowsOf(towns, key, context, (code) => sendPlace(code, block, context));
  return { pieces, always: [wholeCounty(county, block, key, context)] };
}

/** The county the kiosk stands in comes first: most people who use it live there. */
function nearestFirst({ opened, site }: BlockContext): readonly PlaceName[] {
  const counties = opened?.counties ?? [];
  const own = counties.filter((county) => site?.place.startsWith(county.code));
  return [...own, ...counties.filter((county) => !own.includes(county))];
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

function rowsOf(
  places: readonly PlaceName[],
  key: string,
  context: BlockContext,
  onTap: (code: PlaceCode) => void,
): readonly Piece[] {
  const rows: PlaceName[][] = [];
  places.forEach((place, index) => {
    if (index % COLUMNS === 0) rows.push([]);
    rows.at(-1)?.push(place);
  });
  return rows.map((row) => ({
    key: `${key}/${row.map((place) => place.code).join("-")}`,
    node: (
      <div class="place-row">
        {row.map(({ code, name }) => (
          <Tap key={code} control={`place-${code}`} class="choice" onTap={() => onTap(code)}>
            {name[context.language]}
          </Tap>
        ))}
      </div>
    ),
    speech: "",
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
  return { key: `${key}/whole`, node, speech: "", private: false, targets: 1 };
}

/** Answers that are no county (不清楚, the same as before); counties the engine offers itself are shown already. */
function otherAnswers(
  block: AskBlock,
  counties: readonly PlaceName[],
  key: string,
  { send, language }: BlockContext,
): readonly Piece[] {
  const isCounty = ({ text }: Choice): boolean => counties.some(({ name }) => name[language] === text);
  const others = block.choices.filter((choice) => !isCounty(choice));
  if (others.length === 0) return [];
  const node = (
    <div class="place-row place-others">
      {others.map((choice) => (
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
  );
  return [{ key: `${key}/others`, node, speech: "", private: false, targets: others.length }];
}
