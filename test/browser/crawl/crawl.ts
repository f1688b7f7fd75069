import { FRESH } from "../../../kiosk/web/session/session.ts";
import { interviewed, peopleOf } from "./examples.ts";
import { factsAt } from "./facts.ts";
import { outcomesAt, situationOf } from "./situations.ts";
import { type Setting, type Shown, type Spot, show } from "./spot.ts";
import { tapped, type Way, waysFrom } from "./ways.ts";

/** A screen with the buttons on the way to it from home. */
export interface Visit {
  readonly spot: Spot;
  readonly shown: Shown;
  /** Names of the buttons tapped: so many taps, each digit one; turning a page is none. */
  readonly path: readonly string[];
}

/** The graph of a kiosk's screens. */
export interface Graph {
  /** The shortest visit to each screen, by its situation and the buttons on it. */
  readonly screens: ReadonlyMap<string, Visit>;
  /** Taps that were followed. */
  readonly edges: number;
  /** Facts that the kiosk shows, with the visit of fewest taps. */
  readonly facts: ReadonlyMap<string, Visit>;
  /** Outcomes that were shown, as `benefit=outcome`. */
  readonly outcomes: ReadonlySet<string>;
  /** Questions and answers tapped. */
  readonly answers: ReadonlySet<string>;
  /** Buttons that changed nothing, with the way to them. */
  readonly dead: readonly string[];
}

/** How far a crawl goes. */
interface Extent {
  /** The sentence that stands for all that people write. */
  readonly ownWords: string;
  /** Whether questions about a person are answered; without, each is only looked at. */
  readonly interviews: boolean;
}

/** Far more than there are: a crawl that comes here does not end, and fails. */
const MOST_TAPS_FOLLOWED = 30_000;
const HOME: Spot = { session: FRESH, section: null };

/**
 * Taps every button of the kiosk, those with the fewest taps from home first.
 *
 * What "whole" means: conversations have no end of states, so a button is tapped once in each situation that changes
 * what a screen offers (`situationOf`): every own screen and every menu; for every benefit, topic and kind of place its
 * answer; every question of the interview, and of every benefit's own questions under each rule that speaks, with
 * every answer on it; every county and town; every card with every outcome met. The persons of all examples answer
 * what they are asked. What is typed is not crawled; one sentence stands for all.
 */
export function crawl(setting: Setting, extent: Extent): Graph {
  const crawler = new Crawler(setting, extent);
  crawler.arrive(HOME, []);
  for (const person of extent.interviews ? peopleOf(setting.engine.bundle) : [])
    for (const { spot, path } of interviewed(setting, person)) crawler.arrive(spot, path);
  crawler.goOn();
  return { ...crawler, edges: crawler.followed.size };
}

class Crawler {
  readonly screens = new Map<string, Visit>();
  readonly facts = new Map<string, Visit>();
  readonly outcomes = new Set<string>();
  readonly answers = new Set<string>();
  readonly dead: string[] = [];
  readonly followed = new Set<string>();
  readonly #queue: Visit[] = [];
  readonly #setting: Setting;
  readonly #extent: Extent;

  constructor(setting: Setting, extent: Extent) {
    this.#setting = setting;
    this.#extent = extent;
  }

  arrive(spot: Spot, path: readonly string[]): void {
    const visit: Visit = { spot, shown: show(this.#setting, spot), path };
    keepShortest(this.screens, nameOf(visit), visit);
    for (const fact of factsAt(visit)) keepShortest(this.facts, fact, visit);
    for (const outcome of outcomesAt(spot)) this.outcomes.add(outcome);
    if (this.#newWays(visit).length > 0) this.#enqueue(visit);
  }

  /** Follows every way that nobody took, until there is none. */
  goOn(): void {
    for (let visit = this.#queue.shift(); visit !== undefined; visit = this.#queue.shift())
      for (const way of this.#newWays(visit)) this.#follow(visit, way);
  }

  #follow({ spot, path }: Visit, { key, buttons, answer }: Way): void {
    this.followed.add(key);
    if (this.followed.size > MOST_TAPS_FOLLOWED) throw new Error(`more than ${MOST_TAPS_FOLLOWED} taps`);
    if (answer !== null) this.answers.add(answer);
    const to = tapped(this.#setting, spot, buttons, this.#extent.ownWords);
    const way = [...path, ...buttons];
    if (isSame(to, spot)) this.dead.push(way.join(" "));
    this.arrive(to, way);
  }

  #newWays(visit: Visit): readonly Way[] {
    const { interviews } = this.#extent;
    return waysFrom(visit).filter(
      ({ key, answer }) => !this.followed.has(key) && (interviews || answer === null),
    );
  }

  /** Fewest taps first. */
  #enqueue(visit: Visit): void {
    const at = this.#queue.findIndex(({ path }) => path.length > visit.path.length);
    this.#queue.splice(at < 0 ? this.#queue.length : at, 0, visit);
  }
}

function keepShortest(visits: Map<string, Visit>, name: string, visit: Visit): void {
  const known = visits.get(name);
  if (known === undefined || visit.path.length < known.path.length) visits.set(name, visit);
}

function nameOf({ spot, shown }: Visit): string {
  const names = shown.controls.map(({ name }) => name);
  return `${situationOf(spot)}: ${names.sort().join(" ")}`;
}

function isSame(one: Spot, other: Spot): boolean {
  return one.section === other.section && JSON.stringify(one.session) === JSON.stringify(other.session);
}
