import type { Block, Reply } from "../../../src/engine/index.ts";
import { askSection, seeSoFarPiece } from "../blocks/ask/index.tsx";
import { benefitSection, overviewPiece } from "../blocks/benefit/index.tsx";
import { choicesPieces } from "../blocks/choices/index.tsx";
import { emergencySection } from "../blocks/emergency/index.tsx";
import { facilityCard, facilitySection } from "../blocks/facility/index.tsx";
import { facilityPicture } from "../blocks/facility/picture.tsx";
import { handoffSection } from "../blocks/handoff/index.tsx";
import { sayPieces } from "../blocks/say/index.tsx";
import { topicSection } from "../blocks/topic/index.tsx";
import { whySection } from "../blocks/why/index.tsx";
import { answerHeading, headingPiece } from "../parts/heading.tsx";
import { withActions, withReading } from "./actions.tsx";
import { besidePiece } from "./beside.tsx";
import { textOf } from "./paginate.ts";
import type { BlockContext, Piece, Section } from "./section.ts";

type BlockOf<K extends Block["kind"]> = Extract<Block, { kind: K }>;

/**
 * Turns a reply's blocks into sections, in their order. Short blocks flow together; a benefit, topic, reason,
 * person or emergency has its own pages; what is said right before a question stands above that question.
 * Several benefits or several places get an overview first, from which each card is one tap away; what is said
 * before them stands above their buttons, what is said after them below.
 * While an interview still has a question, that question is the first page.
 */
export function compose(reply: Reply, context: BlockContext): readonly Section[] {
  const builder = new SectionBuilder(reply, context);
  reply.blocks.forEach((block, index) => {
    builder.add(block, index);
  });
  return builder.finish();
}

type Listed = BlockOf<"benefit" | "facility">;

class SectionBuilder {
  readonly #context: BlockContext;
  /** Benefits and places of the reply, when there is more than one. */
  readonly #listed: readonly Listed[];
  /** Replies that hold results of this person are private as a whole. */
  readonly #personal: boolean;
  #sections: Section[] = [];
  #flow: Piece[] = [];
  /** Buttons of the listed cards and what the engine offers after them. */
  #list: Piece[] = [];
  /** Pages of the listed cards; they follow the overview and what the engine offers after it. */
  #cards: Section[] = [];
  /** The next question of an interview, when there are results already. */
  #question: Section | null = null;

  constructor(reply: Reply, context: BlockContext) {
    const listed = reply.blocks.filter(isListed);
    this.#context = context;
    this.#listed = listed.length > 1 ? listed : [];
    this.#personal = reply.blocks.some((block) => block.kind === "benefit" || block.kind === "why");
  }

  add(block: Block, index: number): void {
    const key = `${block.kind}-${index}`;
    if (block.kind === "say") this.#say(sayPieces(block, key, this.#personal));
    else if (block.kind === "choices") this.#offer(choicesPieces(block, key, this.#context));
    else if (block.kind === "ask") this.#ask(block, key);
    else if (isListed(block) && this.#listed.length > 0) this.#enlist(block);
    else this.#close(this.#sectionOf(block, key));
  }

  /** What is said after the cards of a list stands after them: the cards are what one came for. */
  #say(pieces: readonly Piece[]): void {
    (this.#list.length > 0 ? this.#list : this.#flow).push(...pieces);
  }

  /** The places of the reply, when there is a list of them. */
  #places(): readonly BlockOf<"facility">[] {
    return this.#listed.filter((block) => block.kind === "facility");
  }

  #ask(block: BlockOf<"ask">, key: string): void {
    if (this.#listed.length > 0 && block.fact !== null) {
      this.#question = this.#asking(block, [], key);
      return;
    }
    const lead = this.#takeLead();
    this.#close(this.#asking(block, lead, key));
  }

  #asking(block: BlockOf<"ask">, lead: readonly Piece[], key: string): Section {
    return withReading(askSection(block, lead, key, this.#context), this.#context);
  }

  #offer(pieces: readonly Piece[]): void {
    (this.#list.length > 0 ? this.#list : this.#flow).push(...pieces);
  }

  #enlist(block: Listed): void {
    const context = this.#context;
    const number = this.#cards.length + 1;
    this.#list.push(
      block.kind === "benefit" ? overviewPiece(block, context) : facilityCard(block, number, context),
    );
    this.#cards.push({ ...this.#sectionOf(block, ""), group: "card" });
  }

  #sectionOf(block: Exclude<Block, BlockOf<"say" | "choices" | "ask">>, key: string): Section {
    switch (block.kind) {
      case "benefit":
        return withActions(benefitSection(block, this.#context), this.#context);
      case "facility":
        return withActions(facilitySection(block, this.#context), this.#context);
      case "topic":
        return withActions(topicSection(block, key), this.#context);
      case "why":
        return withActions(whySection(block, key, this.#context), this.#context);
      case "handoff":
        return handoffSection(block, key, this.#context);
      case "emergency":
        return emergencySection(block, key, this.#context);
    }
  }

  /** What was said right before a question, when nothing else was. */
  #takeLead(): readonly Piece[] {
    if (this.#list.length > 0) return [];
    if (this.#flow.some((piece) => !piece.key.startsWith("say-"))) return [];
    const lead = this.#flow;
    this.#flow = [];
    return lead;
  }

  /** Ends the running flow; `next` gets pages of its own. */
  #close(next: Section | null): void {
    if (this.#flow.length + this.#list.length > 0) this.#sections.push(this.#listing());
    if (next !== null) this.#sections.push(next);
  }

  /** The running flow as a section; a list of places has what is said before it as its heading, and its drawing. */
  #listing(): Section {
    const { words } = this.#context;
    const key = `flow-${this.#sections.length}`;
    const listed = this.#list.length > 0;
    const places = listed ? this.#places() : [];
    const [first, ...rest] = this.#flow;
    const titled = places.length > 0 && first !== undefined;
    const headings = titled
      ? { heading: headingPiece(key, textOf(first).replace(/[：:]$/u, ""), first.private) }
      : answerHeading(words, key);
    const pieces = [...(titled ? rest : this.#flow), ...this.#list];
    this.#flow = [];
    this.#list = [];
    const picture = places.length > 0 ? facilityPicture(places, this.#context) : undefined;
    const base = { key: headings.heading.key, layout: "flow", group: "main" } as const;
    const section: Section = { ...base, ...headings, pieces, always: [] };
    const drawn: Section = picture === undefined ? section : { ...section, picture };
    return listed ? withActions(drawn, this.#context) : withReading(drawn, this.#context);
  }

  finish(): readonly Section[] {
    this.#close(null);
    return [
      ...(this.#question === null ? this.#sections : this.#questionFirst(this.#question)),
      ...this.#cards,
    ];
  }

  /** In an interview the question comes first; what is known so far is one tap away and comes back to it. */
  #questionFirst(question: Section): readonly Section[] {
    const soFar = this.#sections.map((section) => ({ ...section, group: "so-far" as const }));
    const [first] = soFar;
    if (first === undefined) return [question];
    const see = seeSoFarPiece(first.key, this.#context);
    const always = [besidePiece([...question.always, see])];
    return [{ ...question, always }, ...soFar];
  }
}

function isListed(block: Block): block is Listed {
  return block.kind === "benefit" || block.kind === "facility";
}
