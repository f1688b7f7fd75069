import { listsBenefits } from "../../../kiosk/web/reply/listing.ts";
import { present } from "../../../kiosk/web/session/session.ts";
import type { Bundle } from "../../../src/engine/index.ts";
import type { Visit } from "./crawl.ts";

/**
 * What a person may come for: every benefit and topic, every kind of place with the nearest of it and all about those,
 * every office with a number or an address. Named as `benefit:…`, `topic:…`, `places:…`, `facility:…`, `office:…`.
 */
export function factsToFind({ benefits, topics, facilityTypes, offices }: Bundle): readonly string[] {
  const toCall = offices.filter(({ phone, address }) => phone !== null || address !== null);
  return [
    ...benefits.map(({ id }) => `benefit:${id}`),
    ...topics.map(({ id }) => `topic:${id}`),
    ...facilityTypes.map(({ id }) => `places:${id}`),
    ...toCall.map(({ id }) => `office:${id}`),
  ];
}

/** Facts that stand on a screen, whole: a card of a list of benefits is brief and does not count. */
export function factsAt({ spot, shown }: Pick<Visit, "spot" | "shown">): readonly string[] {
  const view = present(spot.session);
  const keys = shown.sections.map(({ key }) => key);
  if (view.kind === "menu") return keys.includes(`menu:${view.menu}`) ? officesOn(shown) : [];
  if (view.kind !== "reply") return [];
  const here = (key: string): boolean => keys.includes(key);
  const cards = view.reply.blocks.flatMap((block) => {
    if (block.kind === "topic") return [`topic:${block.topic}`];
    if (block.kind === "facility") return here(`facility:${block.id}`) ? [`facility:${block.id}`] : [];
    const whole = block.kind === "benefit" && !listsBenefits(view.reply, view.state);
    return whole && here(`benefit:${block.benefit}`) ? [`benefit:${block.benefit}`] : [];
  });
  return [...cards, ...placesOn(view, spot.section)];
}

/** The nearest of a kind, or the honest word that none is known, with whom to ask. */
function placesOn(
  { input, state, reply }: Extract<ReturnType<typeof present>, { kind: "reply" }>,
  section: string | null,
): readonly string[] {
  const told = reply.blocks.some(({ kind }) => kind === "facility" || kind === "handoff");
  const asksForPlaces = state.intent === "facility_nearest" && state.asked === null;
  const isPerson = input.kind === "choice" && input.id === "human";
  return section === null && asksForPlaces && told && !isPerson && state.facilityType !== null
    ? [`places:${state.facilityType}`]
    : [];
}

function officesOn({ sections }: Visit["shown"]): readonly string[] {
  return sections
    .flatMap(({ pieces }) => pieces)
    .filter(({ targets }) => targets === 0)
    .map(({ key }) => `office:${key.split("/")[0]}`);
}
