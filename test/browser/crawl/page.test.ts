import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Bundle } from "../../../src/engine/index.ts";
import { WALL, withDevices } from "../devices.ts";
import { type KioskServer, ownKnowledge, startKiosk } from "../kiosk-server.ts";
import { launchBrowser } from "../visitor.ts";
import { crawl, type Visit } from "./crawl.ts";
import { factsToFind } from "./facts.ts";
import { choicesAmong, medianOf, WRITING } from "./figures.ts";
import { ALL_SERVICES, kioskAt, NOON, OWN_QUESTION } from "./kiosks.ts";
import { Walker } from "./walker.ts";

const MINUTES = 60_000;
/** `npm run test:kiosk` walks to every fact and to many screens; otherwise to a few of both. */
const ALL = process.env.KIOSK_DEVICES === "all";
/** Screens walked to beside those of the facts. */
const SCREENS = ALL ? 80 : 15;
/** Every so many-th fact; a kiosk without a site differs in few of them and shows a quarter as many. */
const FACTS = ALL ? 1 : 20;

let bundle: Bundle;
let browser: Browser;

beforeAll(async () => {
  bundle = withDevices(await ownKnowledge(), [WALL]);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

describe.each([
  ["with a site, a printer, a voice and a desk", WALL.site, true],
  ["that does not know where it stands and has nothing", null, false],
] as const)("On the page of a kiosk %s,", (name, site, served) => {
  let kiosk: KioskServer;
  let visits: readonly Visit[];
  let looked: readonly Looked[];

  beforeAll(async () => {
    kiosk = await startKiosk(bundle, served);
    const setting = kioskAt(bundle, site, served ? ALL_SERVICES : undefined);
    const graph = crawl(setting, { ownWords: OWN_QUESTION, interviews: ALL });
    const facts = [...new Set(factsToFind(bundle).flatMap((fact) => graph.facts.get(fact) ?? []))];
    visits = [
      ...spread([...graph.screens.values()], SCREENS),
      ...every(facts, site === null ? 4 * FACTS : FACTS),
    ];
    const panel = site === null ? "?panel=21.5" : `?site=${site}`;
    looked = await walkTo(visits, kiosk.url, panel);
    const toFacts = looked.filter(({ visit }) => facts.includes(visit));
    console.table({ [`screens of a kiosk ${name}`]: figuresOf(looked), "of them facts": figuresOf(toFacts) });
  }, 20 * MINUTES);
  afterAll(async () => {
    await kiosk?.close();
  });

  it("each screen has over its pages the very buttons that the crawl knows of", () => {
    const other = looked.filter(({ seen, visit }) => namesOf(seen.pages).join() !== expectedAt(visit).join());
    expect(
      other.map(({ visit, seen }) => [visit.path.join(" "), namesOf(seen.pages), expectedAt(visit)]),
    ).toEqual([]);
  });

  it("no page has more than six choices", () => {
    const crowded = looked.flatMap(({ visit, seen }) =>
      seen.pages.filter((page) => choicesAmong(page).length > 6).map((page) => [...visit.path, "|", ...page]),
    );
    expect(crowded).toEqual([]);
  });

  it("every page has the whole bar", () => {
    expect(looked.filter(({ seen }) => !seen.bar).map(({ visit }) => visit.path.join(" "))).toEqual([]);
  });
});

/** A screen as it was found on the page. */
interface Looked {
  readonly visit: Visit;
  readonly seen: Awaited<ReturnType<Walker["look"]>>;
  /** Pages turned on the way to it. */
  readonly turns: number;
}

async function walkTo(visits: readonly Visit[], url: string, query: string): Promise<readonly Looked[]> {
  const walker = await Walker.at(browser, url, query, { now: NOON, ownWords: OWN_QUESTION });
  const looked: Looked[] = [];
  for (const visit of visits) {
    await walker.go(visit.path).catch((cause: unknown) => {
      throw new Error(`on the way ${visit.path.join(" ")}`, { cause });
    });
    const { turns } = walker;
    looked.push({ visit, seen: await walker.look(visit.spot.section?.includes(":") ?? false), turns });
    await walker.home().catch((cause: unknown) => {
      throw new Error(`back from ${visit.path.join(" ")}`, { cause });
    });
  }
  await walker.leave();
  return looked;
}

/** Buttons of all pages, each once; candidates and tools of writing are no matter of the crawl. */
function namesOf(pages: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(pages.flat())].filter((name) => !WRITING.test(name)).sort();
}

function expectedAt({ shown }: Visit): readonly string[] {
  return namesOf([shown.controls.map(({ name }) => name)]);
}

/** So many of a list, evenly spread over it. */
function spread<T>(list: readonly T[], many: number): readonly T[] {
  return every(list, Math.max(1, Math.ceil(list.length / many)));
}

function every<T>(list: readonly T[], step: number): readonly T[] {
  return list.filter((_, at) => at % step === 0);
}

function figuresOf(looked: readonly Looked[]) {
  const turns = looked.map((one) => one.turns);
  const pages = looked.map(({ seen }) => seen.pages.length);
  return {
    screens: looked.length,
    pages: pages.reduce((sum, some) => sum + some, 0),
    "most choices": Math.max(
      ...looked.flatMap(({ seen }) => seen.pages.map((page) => choicesAmong(page).length)),
    ),
    "median pages turned on the way": medianOf(turns),
    "most pages turned on the way": Math.max(...turns),
    "median pages of a screen": medianOf(pages),
    "most pages of a screen": Math.max(...pages),
  };
}
