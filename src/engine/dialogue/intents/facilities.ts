import { findFacilities } from "../../facilities/index.ts";
import type { RankedFacility } from "../../facilities/types.ts";
import { countyOf, isWithin, searchKnowledge } from "../../knowledge/index.ts";
import type { FacilityType, PlaceCode } from "../../knowledge/types.ts";
import type { Draft } from "../../speech/draft.ts";
import { countyChoices, typeChoices } from "../menu.ts";
import { peopleToAsk } from "../offices.ts";
import { type Answer, placeOf, type Scene } from "../scene.ts";
import { topicDraft } from "./topics.ts";

/** Places in one reply: few enough to read out. */
const NEAREST = 3;

function search(scene: Scene, type: FacilityType, place: PlaceCode | null): readonly RankedFacility[] {
  const { state, site } = scene;
  const here =
    state.location ??
    (state.county === null && site ? { latitude: site.latitude, longitude: site.longitude } : null);
  const where = state.location ? null : place;
  return findFacilities(scene.knowledge, {
    type: type.id,
    place: where,
    near: here,
    at: scene.now,
    openOnly: false,
    limit: state.shown + NEAREST,
  }).slice(state.shown);
}

/** How the found places are introduced: honestly, when they are planned, of another kind, or far. */
function introduction(
  scene: Scene,
  type: FacilityType,
  place: PlaceCode | null,
  ranked: readonly RankedFacility[],
): Draft {
  const where = place === null || scene.state.location ? null : { place };
  const first = ranked[0];
  const parameters = { type: type.name, ...(where ? { place: where } : {}) };
  if (first?.facility.status === "planned")
    return { kind: "say", key: where ? "facility.only-planned" : "facility.only-planned-here", parameters };
  if (first?.match === "related")
    return { kind: "say", key: where ? "facility.related" : "facility.related-here", parameters };
  if (where && !inside(scene, first, where.place))
    return { kind: "say", key: "facility.elsewhere", parameters };
  return { kind: "say", key: where ? "facility.found" : "facility.found-here", parameters };
}

/** A town is said loosely (“安海一带”), so the whole county of it counts as there. */
function inside(scene: Scene, ranked: RankedFacility | undefined, place: PlaceCode): boolean {
  const at = ranked?.facility.place ?? null;
  return at !== null && isWithin(scene.knowledge, at, countyOf(scene.knowledge, place) ?? place);
}

function nothingFound(scene: Scene, type: FacilityType, place: PlaceCode | null): Answer {
  const where = place === null ? null : { place };
  const offices = peopleToAsk(scene.knowledge, place);
  return {
    drafts: [
      {
        kind: "handoff",
        key: where ? "facility.none" : "facility.none-here",
        parameters: { type: type.name, ...(where ? { place: where } : {}) },
        offices,
      },
    ],
    ranked: [],
    unanswered: true,
  };
}

/** Where is the nearest …? Real places with source and date, the planned ones never as open. */
export function facilityNearest(scene: Scene): Answer {
  const { knowledge, state } = scene;
  const type = state.facilityType === null ? undefined : knowledge.types.get(state.facilityType);
  if (!type)
    return {
      drafts: [
        { kind: "ask-want", key: "facility.which-type", choices: typeChoices(knowledge), entry: "choice" },
      ],
    };
  const place = placeOf(scene);
  if (place === null && state.location === null) {
    return {
      drafts: [
        {
          kind: "ask-want",
          key: "facility.where",
          parameters: { type: type.name },
          choices: countyChoices(knowledge, "place:"),
          entry: "place",
        },
      ],
    };
  }
  const ranked = search(scene, type, place);
  if (ranked.length === 0) return nothingFound(scene, type, place);
  const cards = ranked.map((one): Draft => ({ kind: "facility", ranked: one }));
  return {
    drafts: [
      introduction(scene, type, place, ranked),
      ...cards,
      { kind: "say", key: "facility.before-going" },
      {
        kind: "choices",
        key: "facility.further",
        choices: [
          { id: "more", label: { key: "facility.more" } },
          { id: "human", label: { key: "menu.human" } },
        ],
      },
    ],
    ranked,
  };
}

/** What a kind of place is and offers, or what we know of the place named. */
export function facilityInfo(scene: Scene): Answer {
  const { knowledge, state } = scene;
  const type = state.facilityType === null ? undefined : knowledge.types.get(state.facilityType);
  if (!type) return facilityNearest(scene);
  const topics =
    state.words === null
      ? []
      : searchKnowledge(knowledge, { q: state.words, kind: "topic", limit: 1 }, state.language);
  const standard = topics
    .flatMap((hit) => knowledge.topics.get(hit.id) ?? [])
    .filter((topic) => topic.kind === "standard" || topic.kind === "right");
  const drafts: Draft[] = [
    { kind: "say", key: "facility.about", parameters: { type: type.name, summary: type.summary } },
    ...standard.map((topic) => topicDraft(scene, topic)),
  ];
  if (placeOf(scene) === null && state.location === null) {
    return {
      drafts: [
        ...drafts,
        {
          kind: "choices",
          key: "facility.each-differs",
          choices: [
            { id: `intent:facility_nearest:${type.id}`, label: { key: "facility.find" } },
            { id: "human", label: { key: "menu.human" } },
          ],
        },
      ],
    };
  }
  const nearby = facilityNearest(scene);
  return { ...nearby, drafts: [...drafts, ...nearby.drafts] };
}
