import { findFacilities, isInReach } from "../../facilities/index.ts";
import type { RankedFacility } from "../../facilities/types.ts";
import { countyOf, isWithin } from "../../knowledge/index.ts";
import type { FacilityType, PlaceCode } from "../../knowledge/types.ts";
import type { Draft, DraftChoice } from "../../speech/draft.ts";
import { countyChoices, typeChoices } from "../menu.ts";
import { peopleToAsk } from "../offices.ts";
import { type Answer, placeOf, type Scene } from "../scene.ts";

/** Places in one reply: few enough to read out. */
const NEAREST = 3;
/** Planned places named at most. */
const PLANNED = 3;

const FURTHER: readonly DraftChoice[] = [
  { id: "more", label: { key: "facility.more" } },
  { id: "human", label: { key: "menu.human" } },
];

function search(scene: Scene, type: FacilityType, place: PlaceCode | null): readonly RankedFacility[] {
  const { state, site, knowledge, now } = scene;
  const here = state.county === null && site ? { latitude: site.latitude, longitude: site.longitude } : null;
  const near = state.location ?? here;
  const query = { type: type.id, place: state.location ? null : place, near, at: now, openOnly: false };
  return findFacilities(knowledge, { ...query, limit: state.shown + NEAREST }).slice(state.shown);
}

/** A town is said loosely (“安海一带”), so the whole county of it counts as there. */
function isInside(scene: Scene, ranked: RankedFacility, place: PlaceCode): boolean {
  const at = ranked.facility.place;
  return at !== null && isWithin(scene.knowledge, at, countyOf(scene.knowledge, place) ?? place);
}

/** How the found places are introduced: honestly, when they are planned, of another kind, or elsewhere. */
function introduction(
  scene: Scene,
  type: FacilityType,
  place: PlaceCode | null,
  first: RankedFacility,
): Draft {
  const where = scene.state.location ? null : place;
  const parameters = { type: type.name, ...(where ? { place: { place: where } } : {}) };
  const say = (
    there: "facility.far" | "facility.only-planned" | "facility.related" | "facility.found",
  ): Draft => ({
    kind: "say",
    key: where ? there : `${there}-here`,
    parameters,
  });
  if (first.facility.status === "planned") return say("facility.only-planned");
  if (first.far) return say("facility.far");
  if (first.match === "related") return say("facility.related");
  if (where && !isInside(scene, first, where)) return { kind: "say", key: "facility.elsewhere", parameters };
  return say("facility.found");
}

/** Nothing of this kind is known, which is not the same as there being none. */
function nothingFound(scene: Scene, type: FacilityType, place: PlaceCode | null): Answer {
  const offices = peopleToAsk(scene.knowledge, place);
  const key = scene.state.shown > 0 ? "facility.no-more" : place ? "facility.none" : "facility.none-here";
  const parameters = { type: type.name, ...(place ? { place: { place } } : {}) };
  return {
    drafts: [{ kind: "handoff", key, parameters, offices }],
    ranked: [],
    unanswered: scene.state.shown === 0,
  };
}

/** Places of the kind that are only planned where one asks: said, so that nobody goes there. */
function plannedThere(
  scene: Scene,
  type: FacilityType,
  place: PlaceCode | null,
  shown: readonly RankedFacility[],
): readonly Draft[] {
  const { knowledge, state } = scene;
  if (place === null || state.location || state.shown > 0) return [];
  const kinds = [type.id, ...type.related];
  const planned = knowledge.bundle.facilities.filter(
    (facility) =>
      facility.status === "planned" &&
      facility.place !== null &&
      kinds.includes(facility.type) &&
      isWithin(knowledge, facility.place, place) &&
      !shown.some((one) => one.facility === facility),
  );
  if (planned.length === 0) return [];
  const list = planned.slice(0, PLANNED).map((facility) => facility.name);
  return [{ kind: "say", key: "facility.planned-there", parameters: { names: { list } } }];
}

function whichType(scene: Scene): Answer {
  return {
    drafts: [
      {
        kind: "ask-want",
        key: "facility.which-type",
        choices: typeChoices(scene.knowledge),
        entry: "choice",
      },
    ],
  };
}

function whereTo(scene: Scene, type: FacilityType, key: "facility.where" | "facility.outside"): Answer {
  const choices = countyChoices(scene.knowledge, "place:");
  const parameters = { type: type.name };
  return { drafts: [{ kind: "ask-want", key, parameters, choices, entry: "place" }] };
}

/** Where is the nearest …? Real places with source and date, the planned ones never as open. */
export function facilityNearest(scene: Scene): Answer {
  const { knowledge, state } = scene;
  const type = state.facilityType === null ? undefined : knowledge.types.get(state.facilityType);
  if (!type) return whichType(scene);
  const place = placeOf(scene);
  if (place === null && state.location === null) return whereTo(scene, type, "facility.where");
  if (state.location && !isInReach(knowledge, state.location))
    return whereTo(scene, type, "facility.outside");
  const ranked = search(scene, type, place);
  const [first] = ranked;
  if (!first) return nothingFound(scene, type, place);
  const drafts: readonly Draft[] = [
    introduction(scene, type, place, first),
    ...ranked.map((one): Draft => ({ kind: "facility", ranked: one })),
    ...plannedThere(scene, type, place, ranked),
    { kind: "say", key: "facility.before-going" },
    { kind: "choices", key: "facility.further", choices: FURTHER },
  ];
  return { drafts, ranked };
}
