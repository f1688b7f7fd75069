import type { ComponentChild, VNode } from "preact";
import type { Opened } from "../../../kiosk/web/background/messages.ts";
import type { SpeechRecogniser } from "../../../kiosk/web/device/recogniser.ts";
import { compose } from "../../../kiosk/web/reply/compose.ts";
import { listsBenefits } from "../../../kiosk/web/reply/listing.ts";
import { type Limits, paginate } from "../../../kiosk/web/reply/paginate.ts";
import type { Piece, Section } from "../../../kiosk/web/reply/section.ts";
import { Today } from "../../../kiosk/web/screens/home.tsx";
import { Listen } from "../../../kiosk/web/screens/listen.tsx";
import { Menu } from "../../../kiosk/web/screens/menu.tsx";
import { menuSection } from "../../../kiosk/web/screens/menu-section.tsx";
import { ReplyScreen } from "../../../kiosk/web/screens/reply.tsx";
import { Screen, type ScreenProps } from "../../../kiosk/web/screens/screen.tsx";
import { usualWay, Write, waysBeside } from "../../../kiosk/web/screens/write/index.tsx";
import { sentencesBeside } from "../../../kiosk/web/screens/write/ready.tsx";
import type { Services } from "../../../kiosk/web/session/services.ts";
import {
  type Action,
  engineState,
  present,
  type Session,
  step,
  TYPE_VIEW,
} from "../../../kiosk/web/session/session.ts";
import { TakeAway } from "../../../kiosk/web/takeaway/screen.tsx";
import { wordsOf } from "../../../kiosk/web/words/words.ts";
import type { Engine, Input } from "../../../src/engine/index.ts";
import { type Control, controlsIn } from "./controls.ts";

/** A kiosk without a page: its engine, where it stands and what it can do. */
export interface Setting {
  readonly engine: Engine;
  readonly opened: Opened;
  /** Id of its site; null where it does not know where it stands. */
  readonly site: string | null;
  readonly services: Services;
  /** The instant at which it is used. */
  readonly now: string;
}

/** Where a person is: a session, and of a reply the part they opened (null: what one sees first), from which one turns on. */
export interface Spot {
  readonly session: Session;
  readonly section: string | null;
}

/** What stands there, over all its pages. */
export interface Shown {
  readonly controls: readonly Control[];
  /** The part of a reply, or a menu: as it is cut into pages. Empty for screens of one page. */
  readonly sections: readonly Section[];
  /** Names of the buttons on each page, where nothing but their number limits a page. */
  readonly pages: readonly (readonly string[])[];
  /** Where a tap on a control leads. */
  readonly after: (control: Control) => Spot;
}

type Done =
  | { readonly ask: Input; readonly check: boolean }
  | { readonly act: Action }
  | { readonly jump: string }
  | { readonly county: string; readonly of: string };

/** Only the number of buttons and the amount of text limit a page. */
const ROOMY: Limits = { height: 1e6, reach: 1e6, gap: 0, targets: 6, text: 80 };
const HEARS_NOTHING: SpeechRecogniser = { start: () => ({ stop: () => {} }) };

/** Draws a spot with the product's own screens and wiring, and tells what can be tapped there. */
export function show(setting: Setting, spot: Spot): Shown {
  const done: Done[] = [];
  const seen: { sections: readonly Section[] } = { sections: [] };
  const node = Screen(propsOf(setting, spot, done));
  const controls = controlsIn(node, (one) => standFor(one, spot, done, seen));
  const perPage = paginate(seen.sections, () => 1, ROOMY).map(({ pieces, section }) =>
    namesIn([...pieces, ...section.always]),
  );
  return {
    controls,
    sections: seen.sections,
    pages: perPage.length > 0 ? perPage : [controls.map(({ name }) => name)],
    after: (control) => {
      done.length = 0;
      control.tap();
      return done.reduce((at, one) => applied(setting, at, one), spot);
    },
  };
}

/** Names of the buttons in pieces of a reply. */
export function namesIn(pieces: readonly Piece[]): readonly string[] {
  return pieces.flatMap(({ node }) => controlsIn(node)).map(({ name }) => name);
}

function propsOf({ opened, site: siteId, services }: Setting, { session }: Spot, done: Done[]): ScreenProps {
  const { language } = session;
  const site = opened.sites.find(({ id }) => id === siteId) ?? null;
  const ask: ScreenProps["ask"] = (input, check = false) => done.push({ ask: input, check });
  const dispatch = (act: Action): void => void done.push({ act });
  const unused = {} as ScreenProps;
  return {
    view: present(session),
    words: wordsOf(language, opened.words[language], {}),
    ...{ opened, site, ask, dispatch, session, services, sizes: "", read: null, said: false },
    reader: services.speech ? () => {} : null,
    onLead: (lead) => {
      if (lead.kind === "menu") dispatch({ do: "open", view: { ...lead, page: 0 } });
      else if (lead.kind === "write") dispatch({ do: "open", view: TYPE_VIEW });
      else ask(lead);
    },
    ...{ client: unused.client, writing: unused.writing },
    recogniser: site?.recogniser == null ? null : HEARS_NOTHING,
  };
}

/** What stands for the screens that measure, listen or draw by themselves; the crawl on the page compares them. */
function standFor(
  node: VNode,
  spot: Spot,
  done: Done[],
  seen: { sections: readonly Section[] },
): readonly Control[] | undefined {
  if (propsAs(Today, node)) return [];
  if (propsAs(Listen, node)) return [{ name: "listen-done", disabled: false, tap: () => {} }];
  const reply = propsAs(ReplyScreen, node);
  const menu = propsAs(Menu, node);
  if (reply) seen.sections = sectionsAt(reply, spot.section, done);
  if (menu) seen.sections = [menuSection(menu.menu, menu)];
  if (reply || menu) return controlsOf(seen.sections);
  const write = propsAs(Write, node);
  if (write) return writeControls(write);
  const takeAway = propsAs(TakeAway, node);
  return takeAway && takeAwayControls(takeAway);
}

/** The properties with which a component is drawn here; undefined when it is another one. */
function propsAs<P>(component: (props: P) => ComponentChild, { type, props }: VNode): P | undefined {
  return (type as unknown) === component ? (props as unknown as P) : undefined;
}

function controlsOf(sections: readonly Section[]): readonly Control[] {
  return sections.flatMap(({ pieces, always }) =>
    [...pieces, ...always].flatMap(({ node }: { readonly node: ComponentChild }) => controlsIn(node)),
  );
}

/** The sections of a reply through which one turns from where one is. */
function sectionsAt(
  { view, context, reader, read }: Parameters<typeof ReplyScreen>[0],
  at: string | null,
  done: Done[],
): readonly Section[] {
  const sections = compose(view.reply, {
    ...context,
    listsBenefits: listsBenefits(view.reply, view.state),
    listen: reader === null ? null : () => {},
    readsAloud: read !== null,
    jump: (section) => void done.push({ jump: section }),
    openCounty: (county, of) => void done.push({ county, of }),
  });
  const here = sections.find(({ key }) => key === at);
  if (here === undefined) return sections.filter(({ group }) => group === "main");
  if (here.group === "card") return [here];
  return sections.slice(sections.indexOf(here)).filter(({ group }) => group === here.group);
}

function writeControls({
  entry,
  enter,
  words,
  onAsk,
  onSpeak,
}: Parameters<typeof Write>[0]): readonly Control[] {
  const way = entry.way ?? usualWay(words.language);
  const control = (name: string, tap: () => void, disabled = false): Control => ({ name, disabled, tap });
  const others = waysBeside(way, words.language).map((other) =>
    control(`way-${other}`, () => enter({ way: other })),
  );
  const speak = onSpeak === null ? [] : [control("speak", onSpeak)];
  if (way !== "ready") return [...others, ...speak, control("send", () => {}, true)];
  const sentences = sentencesBeside(others.length + speak.length).map((number) =>
    control(`example-${number}`, () => onAsk(words.t(`kiosk.type.example.${number}`), false)),
  );
  return [...sentences, ...others, ...speak];
}

function takeAwayControls(props: Parameters<typeof TakeAway>[0]): readonly Control[] {
  if (props.view.way === null) return controlsIn(TakeAway(props));
  return props.view.way === "print" ? [{ name: "print-again", disabled: false, tap: () => {} }] : [];
}

function applied(setting: Setting, spot: Spot, done: Done): Spot {
  if ("ask" in done) return asked(setting, spot, done.ask, done.check);
  if ("act" in done) return { session: step(spot.session, done.act), section: null };
  if ("jump" in done) return { ...spot, section: done.jump };
  const session = step(spot.session, { do: "county", county: done.county, page: 0 });
  return { session, section: done.of };
}

/** The engine's answer, as `session/ask.ts` gets it from the worker. */
export function asked({ engine, site, now }: Setting, { session }: Spot, input: Input, check = false): Spot {
  const state = session.trail.length === 1 ? null : engineState(session);
  const { language } = session;
  const turn = engine.turn(state, input, site === null ? { now, language } : { now, language, site });
  const waiting = step(session, { do: "ask", input, check });
  return { session: step(waiting, { do: "answer", turn }), section: null };
}
