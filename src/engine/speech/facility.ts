import type { RankedFacility } from "../facilities/types.ts";
import type { Block, FacilityHit, Line } from "../message/types.ts";
import { saySource, sources } from "./sources.ts";
import { local, sayDay, sayDistance, sayPlace, type Voice } from "./words.ts";

/** A found place as the contract shapes it. What no source tells stays null. */
export function toHit(voice: Voice, ranked: RankedFacility): FacilityHit {
  const { facility, distance, walkMinutes, openState, confirmFirst } = ranked;
  return {
    id: facility.id,
    name: local(voice, facility.name),
    type: facility.type,
    status: facility.status,
    place: facility.place,
    placeName: facility.place === null ? null : sayPlace(voice, facility.place),
    address: facility.address,
    latitude: facility.latitude,
    longitude: facility.longitude,
    precision: facility.precision,
    distance,
    walkMinutes,
    openState,
    hours: facility.hours,
    prices: facility.prices,
    phone: facility.phone,
    note: facility.note,
    reported: facility.reported,
    confirmFirst,
    sources: sources(voice, facility.sources),
  };
}

/** Whether one can go: status before hours, and “ask first” whenever the news of it is old. */
function stateText(voice: Voice, ranked: RankedFacility): string {
  const { status } = ranked.facility;
  if (status === "planned" || status === "suspended" || status === "closed")
    return voice.say(`facility.status.${status}`);
  if (ranked.confirmFirst) return voice.say("facility.status.confirm-first");
  if (ranked.openState === "unknown") return unsureText(voice, ranked);
  if (ranked.changesAt === null) return voice.say(`facility.open.${ranked.openState}`);
  return voice.say(`facility.open.${ranked.openState}-until`, { time: sayTime(ranked.changesAt) });
}

/** Why nobody can say whether it is open, and to ask: by telephone only where a number is known. */
function unsureText(voice: Voice, { unsure, facility }: RankedFacility): string {
  const why = unsure ?? "hours";
  return voice.say(`facility.unsure.${why}${facility.phone === null ? "" : "-phone"}`);
}

/** Minutes after midnight as a clock shows them, e.g. 12:30. */
function sayTime(minutes: number): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function distanceText(voice: Voice, hit: FacilityHit): string | null {
  if (hit.distance === null) return null;
  const far = sayDistance(voice, hit.distance);
  return hit.walkMinutes === null
    ? voice.say("facility.straight", { distance: far })
    : voice.say("facility.walk", { distance: far, minutes: hit.walkMinutes });
}

/** A place as a card: where, how far, when, how much, and how fresh the news is. */
export function facilityCard(voice: Voice, ranked: RankedFacility): Block {
  const hit = toHit(voice, ranked);
  return {
    kind: "facility",
    id: hit.id,
    title: hit.name,
    state: stateText(voice, ranked),
    lines: facilityLines(voice, ranked, hit),
    hit,
    sources: hit.sources,
  };
}

function facilityLines(voice: Voice, ranked: RankedFacility, hit: FacilityHit): Line[] {
  const labelled: readonly (readonly [string, string | null])[] = [
    [voice.say("label.place"), hit.placeName],
    [voice.say("label.address"), hit.address],
    [voice.say("label.distance"), distanceText(voice, hit)],
    [voice.say("label.hours"), hit.hours],
    [voice.say("label.prices"), hit.prices],
    [voice.say("label.phone"), hit.phone],
    [voice.say("label.services"), ranked.facility.services.join(voice.say("list.separator"))],
    [voice.say("label.note"), hit.note],
    [
      voice.say("label.reported"),
      hit.reported === null ? voice.say("source.undated") : sayDay(voice, hit.reported),
    ],
    [
      voice.say("label.source"),
      hit.sources.map((source) => saySource(voice, source)).join(voice.say("source.separator")),
    ],
  ];
  return labelled.flatMap(([label, text]): Line[] => (text ? [{ label, text }] : []));
}
