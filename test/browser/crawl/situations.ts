import { present, type View } from "../../../kiosk/web/session/session.ts";
import type { Spot } from "./spot.ts";

type ReplyView = Extract<View, { kind: "reply" }>;

/** What of a spot decides which buttons are on it and where they lead, as far as the crawl tells screens apart. */
export function situationOf({ session, section }: Spot): string {
  const view = present(session);
  if (view.kind === "menu") return `menu ${view.menu}`;
  if (view.kind === "type") return `write ${view.entry.way}`;
  if (view.kind === "take-away") return `take away ${view.way}`;
  if (view.kind !== "reply") return view.kind;
  if (section === null || view.entry.county !== null) return situationIn(view);
  return section.includes(":") ? `card ${section} ${outcomeOf(view, section)}` : "results so far";
}

function situationIn(view: ReplyView): string {
  const { state, reply, entry } = view;
  const sought = state.intent?.startsWith("facility") ? state.facilityType : null;
  if (entry.county !== null) return `towns of ${entry.county} for ${sought ?? "a person"}`;
  const kinds = [...new Set(reply.blocks.map(({ kind }) => kind))].join("+");
  const about = sought === null ? state.benefit : `${sought} ${state.shown}`;
  const rules = state.intent === "entitlements" ? "" : rulesOf(view);
  return `${state.intent} ${about} ${state.topic} asks ${state.asked} with ${kinds} ${rules}`;
}

/** Which rules speak, and what they come to: a county's own rule asks other things than the city's. */
function rulesOf({ reply }: ReplyView): string {
  const rules = reply.blocks.flatMap((block) =>
    block.kind === "benefit"
      ? [
          `${block.benefit}=${block.outcome}`,
          ...block.sources.map(({ document, clause }) => document + clause),
        ]
      : [],
  );
  return rules.join(" ");
}

function outcomeOf({ reply }: ReplyView, section: string): string {
  const found = reply.blocks.find(
    (block) => block.kind === "benefit" && `benefit:${block.benefit}` === section,
  );
  return found?.kind === "benefit" ? found.outcome : "";
}

/** What a button of a list opens: a card of the same benefit with another outcome is another screen. */
export function outcomeBehind({ session }: Spot, name: string): string {
  const view = present(session);
  if (view.kind !== "reply" || !name.startsWith("see-")) return "";
  return ` ${outcomeOf(view, `benefit:${name.slice("see-".length)}`)}`;
}

/** Outcomes that a screen shows, as `benefit=outcome`. */
export function outcomesAt({ session }: Spot): readonly string[] {
  const view = present(session);
  if (view.kind !== "reply") return [];
  return view.reply.blocks.flatMap((block) =>
    block.kind === "benefit" ? [`${block.benefit}=${block.outcome}`] : [],
  );
}

/** The fact of a person that a screen asks for; null when it asks for none. */
export function factAskedAt({ session }: Spot): string | null {
  const view = present(session);
  return view.kind === "reply" ? view.state.asked : null;
}
