import { beforeAll, describe, expect, it } from "vitest";
import { FRESH, present } from "../../../kiosk/web/session/session.ts";
import type { Bundle } from "../../../src/engine/index.ts";
import { WALL, withDevices } from "../devices.ts";
import { ownKnowledge } from "../kiosk-server.ts";
import { controlsIn } from "./controls.ts";
import { crawl, type Graph, type Visit } from "./crawl.ts";
import { factsToFind } from "./facts.ts";
import { choicesAmong, figuresOf } from "./figures.ts";
import { ALL_SERVICES, kioskAt, NOON, OWN_QUESTION } from "./kiosks.ts";
import { type Setting, type Spot, show } from "./spot.ts";
import { tapped } from "./ways.ts";

const MINUTES = 60_000;
/** `npm run test:kiosk` answers every question; otherwise each is only looked at. */
const WHOLE = process.env.KIOSK_DEVICES === "all";
/** A kiosk that does not know where it stands asks for county and town before it names a place to go to. */
const WHERE_FIRST = 2;

function mostTaps(fact: string, site: string | null): number {
  return site === null && fact.startsWith("places:") ? 3 + WHERE_FIRST : 3;
}

let bundle: Bundle;

beforeAll(async () => {
  bundle = withDevices(await ownKnowledge(), [WALL]);
});

describe.each([
  ["with a site, a printer, a voice and a desk", WALL.site, ALL_SERVICES],
  ["that does not know where it stands and has nothing", null, undefined],
] as const)("In the whole graph of screens of a kiosk %s,", (name, site, services) => {
  let setting: Setting;
  let graph: Graph;
  let visits: readonly Visit[];

  beforeAll(() => {
    setting = kioskAt(bundle, site, services);
    graph = crawl(setting, { ownWords: OWN_QUESTION, interviews: WHOLE });
    visits = [...graph.screens.values()];
    console.table({ [name]: figuresOf(graph, setting) });
  }, 4 * MINUTES);

  it("no page has more than six choices", () => {
    const crowded = visits.flatMap(({ path, shown }) =>
      shown.pages
        .filter((page) => choicesAmong(page).length > 6)
        .map((page) => [...path, "|", ...page].join(" ")),
    );
    expect(crowded).toEqual([]);
  });

  it("every part of a page holds as many buttons as it tells the pages", () => {
    const pieces = visits.flatMap(({ shown }) => shown.sections).filter(({ layout }) => layout !== "number");
    const wrong = pieces
      .flatMap(({ pieces, always }) => [...pieces, ...always])
      .filter(({ node, targets }) => controlsIn(node).length !== targets)
      .map(({ key }) => key);
    expect([...new Set(wrong)]).toEqual([]);
  });

  it("every fact is at most three taps from home, a place two more where nobody knows where one is", () => {
    const far = factsToFind(bundle).filter(
      (fact) => (graph.facts.get(fact)?.path.length ?? Number.POSITIVE_INFINITY) > mostTaps(fact, site),
    );
    expect(far).toEqual([]);
  });

  it("a person is one tap from every screen", () => {
    const alone = visits.filter(({ spot }) => {
      const after = present(tapped(setting, spot, ["bar-person"]).session);
      return after.kind !== "reply" || after.reply.blocks[0]?.kind !== "handoff";
    });
    expect(alone.map(({ path }) => path.join(" "))).toEqual([]);
  });

  it("every button leads somewhere", () => {
    expect(graph.dead.filter((way) => !DONE_ON_THE_PAGE.test(way))).toEqual([]);
  });
});

/** Buttons that act on the page itself: reading it, printing once more, ending a recording, choosing the script there is. */
const DONE_ON_THE_PAGE = /(read|print-again|listen-done|language-zh-Hans)$/;

describe("The nearest canteens", () => {
  it("stand on the first screen after home at every site, and all about one is there or a tap behind it", () => {
    for (const { id } of bundle.sites) {
      const setting = kioskAt(bundle, id);
      const list = spotAfter(setting, ["card-home.canteen"]);
      const [nearest, ...others] = canteensAt(list);
      const card = others.length === 0 ? list : tapped(setting, list, [`see-${nearest?.id}`]);
      expect(show(setting, card).sections.map(({ key }) => key)).toContain(`facility:${nearest?.id}`);
    }
  });

  it("are only said to be open where hours are known; otherwise one is told to ask first", () => {
    const said = bundle.sites.flatMap(({ id }) =>
      canteensAt(spotAfter(kioskAt(bundle, id), ["card-home.canteen"])),
    );
    for (const { state, hit } of said) {
      expect(state.includes("现在开着")).toBe(hit.openState === "open" && !hit.confirmFirst);
      if (hit.openState === "unknown") expect(state).toMatch(/去之前先(打听|打电话问)$/);
    }
    expect(said.some(({ hit }) => hit.openState === "unknown" && !hit.confirmFirst)).toBe(true);
  });

  it("show the one that is known to be open now on that same screen", () => {
    const site = bundle.sites[0]?.id ?? "";
    const near = canteensAt(spotAfter(kioskAt(bundle, site), ["card-home.canteen"]));
    const known = withHours(bundle, near.at(-1)?.id ?? "");
    const shown = canteensAt(spotAfter(kioskAt(known, site), ["card-home.canteen"]));
    expect(shown.map(({ state }) => state)).toContain("现在开着，开到13:00");
  });

  it("are three taps away where the kiosk does not know where it stands: county, then town or none", () => {
    const setting = kioskAt(bundle, null);
    for (const town of ["place-350582101", "place-whole"])
      expect(
        canteensAt(spotAfter(setting, ["card-home.canteen", "place-350582", town])).length,
      ).toBeGreaterThan(0);
  });
});

function spotAfter(setting: Setting, buttons: readonly string[]): Spot {
  return tapped(setting, { session: FRESH, section: null }, buttons);
}

function canteensAt({ session }: Spot) {
  const view = present(session);
  return view.kind === "reply" ? view.reply.blocks.filter((block) => block.kind === "facility") : [];
}

/** The knowledge with hours for one canteen, fresh from its source: every day from eleven to one. */
function withHours(knowledge: Bundle, id: string): Bundle {
  const sessions = [{ days: [1, 2, 3, 4, 5, 6, 7], opens: 660, closes: 780 }];
  const facilities = knowledge.facilities.map((place) =>
    place.id === id ? { ...place, sessions, status: "open" as const, reported: NOON.slice(0, 10) } : place,
  );
  return { ...knowledge, facilities };
}
