import type { Decision } from "../eligibility/types.ts";
import type { RankedFacility } from "../facilities/types.ts";
import { CITY, ELSEWHERE, type Knowledge, NATION, PROVINCE, placePath } from "../knowledge/index.ts";
import type { Intent } from "../knowledge/intents.ts";
import type { Day, Facts, PlaceCode, Site } from "../knowledge/types.ts";
import type { Understanding } from "../language/types.ts";
import type { Draft } from "../speech/draft.ts";
import type { State } from "./state.ts";

/** Everything an intent may look at to answer. */
export interface Scene {
  readonly knowledge: Knowledge;
  readonly state: State;
  readonly intent: Intent;
  /** What was just said; null when a reply is made again (“back”, “say it again”). */
  readonly reading: Understanding | null;
  readonly facts: Facts;
  readonly asOf: Day;
  /** ISO instant. */
  readonly now: string;
  readonly site: Site | null;
}

/** What an intent answers. */
export interface Answer {
  readonly drafts: readonly Draft[];
  /** Changes to the state that the answer itself makes, e.g. how many cards were shown. */
  readonly state?: Partial<State>;
  readonly decisions?: readonly Decision[];
  readonly ranked?: readonly RankedFacility[];
  /** True when nothing useful could be said. */
  readonly unanswered?: boolean;
}

export type IntentHandler = (scene: Scene) => Answer;

/**
 * The place a matter belongs to. Looking for a place: where one looks, else where the person lives. Anything else:
 * where the person belongs, so that a canteen looked for elsewhere sends nobody to that county's office. Else the site.
 */
export function placeOf(scene: Pick<Scene, "state" | "facts" | "site">): PlaceCode | null {
  const { state, facts, site } = scene;
  const looks = [state.town, state.county];
  const isWhere = state.intent === "facility_nearest" || state.intent === "facility_info";
  const belongs = [facts.residence, facts.hukou];
  const known = (isWhere ? [...looks, ...belongs] : [...belongs, ...looks]).find(
    (value) => typeof value === "string" && value !== ELSEWHERE,
  );
  return typeof known === "string" ? known : (site?.place ?? null);
}

/** Whose rules reach a place, the most specific first: village … county, city, province, nation. */
export function jurisdictionsOf(knowledge: Knowledge, place: PlaceCode): readonly PlaceCode[] {
  return [...new Set([...placePath(knowledge, place).map((part) => part.code), CITY, PROVINCE, NATION])];
}
