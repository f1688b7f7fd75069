import type { Block, PlaceCode, Reply } from "../../../src/engine/index.ts";
import type { Opened, SiteName } from "../background/messages.ts";
import type { Services } from "../session/services.ts";
import type { Session, TakeWay, View } from "../session/session.ts";
import type { Words } from "../words/words.ts";

/** A card that can be taken away. */
export type AnswerBlock = Extract<Block, { kind: "benefit" | "facility" | "topic" | "why" }>;

type ReplyView = Extract<View, { kind: "reply" }>;

/** Cards of a reply, in its order. */
export function answersOf(reply: Reply): readonly AnswerBlock[] {
  return reply.blocks.filter(
    (block): block is AnswerBlock =>
      block.kind === "benefit" || block.kind === "facility" || block.kind === "topic" || block.kind === "why",
  );
}

/** The newest reply on the way here that has an answer; null when there was none yet. */
export function lastAnswer({ trail }: Session): ReplyView | null {
  const replies = trail.filter((view): view is ReplyView => view.kind === "reply");
  return replies.filter(({ reply }) => answersOf(reply).length > 0).pop() ?? null;
}

/** What a section shows: its one card, or for an overview all of them. */
export function answersIn(reply: Reply, section: string): readonly AnswerBlock[] {
  const all = answersOf(reply);
  const one = all.filter((block) => sectionKey(block) === section);
  return one.length > 0 ? one : all;
}

/** The key under which the reply shows a card on pages of its own. */
function sectionKey(block: AnswerBlock): string | null {
  if (block.kind === "benefit") return `benefit:${block.benefit}`;
  return block.kind === "facility" ? `facility:${block.id}` : null;
}

/** The county a kiosk stands in; null when it does not know where it stands. */
function countyOf(site: SiteName | null, opened: Opened | null): PlaceCode | null {
  if (site === null || opened === null) return null;
  const town = opened.towns.find(({ code }) => site.place.indexOf(code) === 0);
  const county = town?.parent ?? site.place;
  return opened.counties.find(({ code }) => code === county)?.code ?? null;
}

interface Place {
  readonly site: SiteName | null;
  readonly opened: Opened | null;
  readonly services: Services;
  readonly words: Words;
}

/**
 * The address of a public page about what is shown; null when there is none. It holds what the page is about and
 * the county the kiosk stands in, and nothing that anybody told.
 */
export function factsAddress(blocks: readonly AnswerBlock[], place: Place): string | null {
  const { publicUrl } = place.services;
  if (publicUrl === null) return null;
  const language = `lang=${place.words.language}`;
  const [block] = blocks;
  if (blocks.length === 1 && block?.kind === "facility")
    return `${publicUrl}/facts/facility/${encodeURIComponent(block.id)}?${language}`;
  if (!blocks.some(({ kind }) => kind === "benefit")) return null;
  if (blocks.length > 1 || block?.kind !== "benefit") return `${publicUrl}/facts?${language}`;
  const county = countyOf(place.site, place.opened);
  const where = county === null ? "" : `county=${encodeURIComponent(county)}&`;
  return `${publicUrl}/facts/benefit/${encodeURIComponent(block.benefit)}?${where}${language}`;
}

/** The ways this kiosk has to take these answers away, in the order in which they are offered. */
export function waysFor(blocks: readonly AnswerBlock[], place: Place): readonly Exclude<TakeWay, null>[] {
  const { site, services } = place;
  const ways: Exclude<TakeWay, null>[] = [];
  if (site !== null && site.printer !== "none") ways.push("print");
  if (factsAddress(blocks, place) !== null) ways.push("scan");
  if (site !== null && services.handovers) ways.push("number");
  return ways;
}
