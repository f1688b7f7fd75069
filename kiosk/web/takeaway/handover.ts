import type { Choice, Facts, Input, Language } from "../../../src/engine/index.ts";
import { HOME_CARDS, MENUS } from "../screens/menu-cards.tsx";
import { fetchWithin } from "../session/fetch-within.ts";
import type { Session, View } from "../session/session.ts";
import type { Words } from "../words/words.ts";
import { type AnswerBlock, answersOf, lastAnswer } from "./taking.ts";

/** What the server takes for a number; see `POST /api/handovers`. */
export interface HandoverBody {
  readonly site: string;
  readonly language: Language;
  readonly questions: readonly string[];
  readonly facts: Facts;
  readonly answers: readonly {
    readonly kind: AnswerBlock["kind"];
    readonly id: string;
    readonly title: string;
    readonly outcome: string | null;
    readonly said: string;
    readonly sources: readonly { readonly document: string; readonly clause: string }[];
  }[];
}

/** As many as the server takes; those left out stand last in the reply and concern the person least. */
const MOST_QUESTIONS = 8;
const MOST_ANSWERS = 40;
const MOST_SOURCES = 4;
/** Longest that somebody waits for a number. */
const LONGEST_SECONDS = 10;
const LONGEST = { question: 300, title: 100, said: 400, clause: 200 };

type ReplyView = Extract<View, { kind: "reply" }>;

/** What somebody asked and was answered, for the desk; nothing that was only typed and never sent. */
export function handoverOf(session: Session, site: string, words: Words): HandoverBody {
  const last = lastAnswer(session);
  const about = last === null ? null : (last.state.people[last.state.about] ?? null);
  return {
    site,
    language: session.language,
    questions: questionsOf(session, words),
    facts: about ?? {},
    answers: last === null ? [] : answersOf(last.reply).slice(0, MOST_ANSWERS).map(answerFor),
  };
}

function answerFor(block: AnswerBlock): HandoverBody["answers"][number] {
  const sources = block.sources
    .slice(0, MOST_SOURCES)
    .map(({ document, clause }) => ({ document, clause: clause.slice(0, LONGEST.clause) }));
  return {
    kind: block.kind,
    id: block.kind === "benefit" ? block.benefit : block.kind === "facility" ? block.id : topicOf(block),
    title: block.title.slice(0, LONGEST.title),
    outcome: block.kind === "benefit" ? block.outcome : null,
    said: saidOf(block).slice(0, LONGEST.said),
    sources,
  };
}

function topicOf(block: AnswerBlock): string {
  return block.kind === "topic" ? block.topic : "";
}

function saidOf(block: AnswerBlock): string {
  if (block.kind === "benefit") return block.verdict;
  if (block.kind === "facility") return block.state;
  return block.kind === "topic" ? block.text : block.reasons.join(" ");
}

/** Questions in the words of the screen. Answers to the kiosk's own questions are facts and come as facts. */
function questionsOf({ trail }: Session, words: Words): readonly string[] {
  const questions: string[] = [];
  let offered: readonly Choice[] = [];
  for (const view of trail) {
    if (view.kind !== "reply") continue;
    const question = questionText(view.input, offered, words);
    if (question !== null && questions[questions.length - 1] !== question) questions.push(question);
    offered = choicesIn(view);
  }
  return questions.slice(-MOST_QUESTIONS).map((question) => question.slice(0, LONGEST.question));
}

function choicesIn({ reply }: ReplyView): readonly Choice[] {
  return reply.blocks.flatMap((block) =>
    block.kind === "ask" || block.kind === "choices" ? block.choices : [],
  );
}

const ANSWER = /^(fact|place):/;
/** Moving about is no question. */
const MOVES = new Set(["human", "more", "repeat", "skip", "why-not"]);

function questionText(input: Input, offered: readonly Choice[], words: Words): string | null {
  if (input.kind === "text") return input.text;
  if (input.kind !== "choice" || ANSWER.test(input.id) || MOVES.has(input.id)) return null;
  const cards = [...HOME_CARDS, ...Object.keys(MENUS).flatMap((menu) => MENUS[menu] ?? [])];
  const card = cards.find(({ leads }) => leads.kind === "choice" && leads.id === input.id);
  if (card !== undefined) return words.t(`kiosk.${card.words}`);
  return offered.find(({ id }) => id === input.id)?.text ?? null;
}

/** Hands over and gives the number; rejects when the server does not give one. */
export async function takeNumber(body: HandoverBody): Promise<string> {
  const init = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  };
  const { number } = await fetchWithin(
    LONGEST_SECONDS,
    { address: "/api/handovers", init },
    async (response) => (await response.json()) as { readonly number?: unknown },
  );
  if (typeof number !== "string" || !/^\d{4}$/.test(number)) throw new Error("/api/handovers: no number");
  return number;
}
