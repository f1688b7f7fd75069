import type { Block } from "../../../../src/engine/index.ts";
import { Tap } from "../../parts/tap.tsx";
import { type BlockContext, choiceInput, type Piece, type Section } from "../../reply/section.ts";
import { OF_THE_BAR } from "../choices/index.tsx";
import { choiceClass } from "./choice-class.ts";
import { NumberPad } from "./number-pad.tsx";
import { asksForCounty, placeAnswers } from "./places.tsx";

type AskBlock = Extract<Block, { kind: "ask" }>;

/** One question, with closed answers within reach: buttons, a number pad, or counties and then towns. */
export function askSection(
  block: AskBlock,
  lead: readonly Piece[],
  key: string,
  context: BlockContext,
): Section {
  const heading = questionPiece(block, lead, key, context);
  const shortHeadings = shortened(heading, shorterQuestions(block, context));
  const base = { key, group: "main", layout: "ask", heading, shortHeadings } as const;
  switch (block.entry) {
    case "number":
      return {
        ...base,
        layout: "number",
        pieces: [numberPiece(block, key, context)],
        always: [],
      };
    case "place":
      if (asksForCounty(block, context)) return { ...base, ...placeAnswers(block, key, context) };
      return { ...base, pieces: answerPieces(block, key, context), always: [] };
    case "choice":
      return { ...base, pieces: answerPieces(block, key, context), always: [] };
    case "text":
      return {
        ...base,
        pieces: answerPieces(block, key, context),
        always: [writePiece(key, context)],
      };
  }
}

/**
 * The engine's question, unless the kiosk asks for something narrower: the towns of a county, or the county of
 * a place to go to, where the engine also invites to say a town, which one cannot do with buttons.
 */
function questionText(block: AskBlock, context: BlockContext): string {
  const { opened, entry, words, language } = context;
  const county = opened?.counties.find((place) => place.code === entry.county);
  if (county !== undefined) return words.t("kiosk.place.towns", { county: county.name[language] });
  return block.fact === null && asksForCounty(block, context) ? words.t("kiosk.place.county") : block.text;
}

/** The question alone, then without what stands in brackets: for type so large that there is no room for more. */
function shorterQuestions(block: AskBlock, context: BlockContext): readonly string[] {
  const question = questionText(block, context);
  if (block.entry === "number" && block.fact === "age")
    return [question, context.words.t("kiosk.number.age")];
  return [question, question.replace(/\s*[（(][^（）()]*[）)]/gu, "")];
}

function shortened(heading: Piece, questions: readonly string[]): readonly Piece[] {
  return questions.map((question, index) => ({
    ...heading,
    key: `${heading.key}/short-${index}`,
    node: (
      <h1 class="heading" tabIndex={-1}>
        {question}
      </h1>
    ),
  }));
}

function questionPiece(block: AskBlock, lead: readonly Piece[], key: string, context: BlockContext): Piece {
  const { words, opened } = context;
  const question = questionText(block, context);
  const node = (
    <div class="question">
      {lead.map((piece) => (
        <div key={piece.key} class="lead">
          {piece.node}
        </div>
      ))}
      <h1 class="heading" tabIndex={-1}>
        {question}
      </h1>
      {block.why === null ? null : <p class="reason-asked">{words.t("kiosk.ask.why", { why: block.why })}</p>}
    </div>
  );
  const isPrivate = block.fact !== null && (opened?.privateFacts.includes(block.fact) ?? true);
  return { key: `${key}/heading`, node, private: isPrivate, targets: 0 };
}

function answerPieces(block: AskBlock, key: string, { send }: BlockContext): readonly Piece[] {
  return block.choices
    .filter(({ id }) => id !== OF_THE_BAR)
    .map((choice) => ({
      key: `${key}/${choice.id}`,
      node: (
        <Tap control={choice.id} class={choiceClass(choice.text)} onTap={() => send(choiceInput(choice))}>
          {choice.text}
        </Tap>
      ),
      private: false,
      targets: 1,
    }));
}

function writePiece(key: string, { words, write }: BlockContext): Piece {
  const node = (
    <Tap control="write" class="choice" onTap={write}>
      {words.t("kiosk.home.ask")}
    </Tap>
  );
  return { key: `${key}/write`, node, private: false, targets: 1 };
}

/** Leads from a question to the results known so far. */
export function seeSoFarPiece(section: string, { words, jump }: BlockContext): Piece {
  const node = (
    <Tap control="so-far" class="choice choice-unsure" onTap={() => jump(section)}>
      {words.t("kiosk.answer.so-far")}
    </Tap>
  );
  return { key: "so-far", node, private: false, targets: 1 };
}

/** The pad and the other answers (不清楚…) form one piece: they belong on one screen. */
function numberPiece(block: AskBlock, key: string, context: BlockContext): Piece {
  const range = (block.fact === null ? undefined : context.opened?.ranges[block.fact]) ?? {
    minimum: 0,
    maximum: 999,
  };
  return {
    key: `${key}/pad`,
    node: <NumberPad block={block} range={range} context={context} />,
    private: false,
    targets: 1,
  };
}
