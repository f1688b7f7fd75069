import type { ComponentChild } from "preact";
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef } from "preact/hooks";
import type { Input } from "../../src/engine/index.ts";
import type { Opened } from "./background/messages.ts";
import { dayInChina } from "./device/clock.ts";
import { fitPage } from "./device/fit.ts";
import { SETTLE_MS } from "./device/guard.ts";
import { zonesOf } from "./device/layout.ts";
import { type PanelSize, type Profile, profileFor } from "./device/profile.ts";
import { recogniserFor, type SpeechRecogniser } from "./device/recogniser.ts";
import { createSpeaker } from "./device/speech.ts";
import { spokenText } from "./device/spoken.ts";
import { useTouchGuard } from "./device/touch.ts";
import { Bar } from "./parts/bar.tsx";
import { Boundary } from "./parts/boundary.tsx";
import { Foot } from "./parts/foot.tsx";
import { Guard } from "./parts/tap.tsx";
import type { BlockContext } from "./reply/section.ts";
import { Home } from "./screens/home.tsx";
import { Listen } from "./screens/listen.tsx";
import { Menu } from "./screens/menu.tsx";
import type { Lead } from "./screens/menu-cards.tsx";
import { Failure, IdleWarning, Person, Waiting } from "./screens/notices.tsx";
import { ReplyScreen } from "./screens/reply.tsx";
import { SoundScreen } from "./screens/sound.tsx";
import { Understood } from "./screens/understood.tsx";
import { Write } from "./screens/write/index.tsx";
import { useAsk } from "./session/ask.ts";
import type { EngineClient } from "./session/engine-client.ts";
import { useIdle, useKnowledge, useToday, useWaitingFor, useWindowSize } from "./session/hooks.ts";
import { useMicrophone } from "./session/occupied.ts";
import { type Services, useServices } from "./session/services.ts";
import {
  type Entry,
  FRESH,
  LISTEN_VIEW,
  present,
  type Session,
  step,
  type TakeWay,
  TYPE_VIEW,
  untouched,
  type View,
} from "./session/session.ts";
import { useSpokenScreen } from "./session/spoken-screen.ts";
import { sweep } from "./session/sweep.ts";
import { handoverOf, takeNumber } from "./takeaway/handover.ts";
import { TakeAway } from "./takeaway/screen.tsx";
import { answersIn, answersOf, factsAddress, lastAnswer, waysFor } from "./takeaway/taking.ts";
import { type Words, wordsOf } from "./words/words.ts";
import type { Writing } from "./writing/client.ts";

interface AppProps {
  readonly client: EngineClient;
  readonly writing: Writing;
  /** Kiosk site of the address (`/?site=`), null when none. */
  readonly site: string | null;
  /** Panel of the address (`?panel=`), for trying out; it goes before the site's own. Null when none. */
  readonly panel: PanelSize | null;
  readonly firstWords: Readonly<Record<string, string>>;
  /** What turns speech into text here; by default the one the site names, and mostly none. */
  readonly recogniser?: SpeechRecogniser | null;
}

/** The whole kiosk: one screen and the bar. Everything about the person is in `session`, in memory. */
export function App({ client, writing, site: siteId, panel, firstWords, ...rest }: AppProps): ComponentChild {
  const [session, dispatch] = useReducer(step, FRESH);
  const guard = useTouchGuard();
  const [, voicesChanged] = useReducer((count: number) => count + 1, 0);
  const speaker = useMemo(() => createSpeaker(() => voicesChanged(undefined)), []);
  const free = untouched(session);
  const services = useServices(free);
  useEffect(() => speaker.setServer(services.speech), [services.speech]);
  const opened = useKnowledge(client, free);
  const words = wordsOf(session.language, opened?.words[session.language] ?? null, firstWords);
  const site = opened?.sites.find(({ id }) => id === siteId) ?? null;
  const heard = useMemo(() => rest.recogniser ?? recogniserFor(site?.recogniser ?? null), [site]);
  const microphone = useMicrophone(heard);
  const ask = useAsk({ client, session, dispatch, site: siteId });
  const wipe = (): void => {
    speaker.stop();
    dispatch({ do: "wipe" });
    void sweep();
  };
  const idle = useIdle({ inUse: !free, talking: speaker.speaking() || microphone.open, onEnd: wipe });
  const view = present(session);
  const waited = useWaitingFor(session.waiting);
  const screen = screenKey(view, session.trail.length, waited, idle.warned);
  const profile = useDevice(panel ?? site?.panel ?? null, session.large);
  const sizes = `${session.large}|${JSON.stringify(profile)}`;
  useScreenChange(`${screen}/${profile.mountMm}/${profile.widthMm}`, guard.screenChanged);
  useRootState(session.language, free);

  const canSpeak = speaker.available(session.language);
  const { sound, language } = session;
  const speak = (text: string, personal: boolean): void =>
    speaker.speak({ text, language, speed: sound === "off" ? "normal" : sound, personal });
  const read = sound !== "off" && canSpeak ? speak : null;
  // The warning speaks even when nothing else does: whoever it is for may be looking away.
  const readsItself = view.kind === "reply" && waited === 0 && !idle.warned;
  useSpokenScreen(screen, readsItself ? null : idle.warned && canSpeak ? speak : read, speaker, words);
  const onLead = (lead: Lead): void => {
    if (lead.kind === "menu") dispatch({ do: "open", view: lead });
    else if (lead.kind === "write") dispatch({ do: "open", view: TYPE_VIEW });
    else ask(lead);
  };
  const screenProps: ScreenProps = {
    ...{ view, words, opened, site, ask, onLead, dispatch, sizes, read },
    ...{ session, services, language, client, writing, recogniser: microphone.recogniser },
    said: session.trail.at(-2)?.kind === "listen",
  };
  return (
    <Guard.Provider value={guard}>
      <div
        class="kiosk"
        lang={session.language}
        data-size={session.large ? "large" : "normal"}
        data-knowledge={opened === null ? "closed" : "open"}
        data-determination={view.kind === "reply" ? (view.determination ?? undefined) : undefined}
      >
        {idle.warned ? (
          <IdleWarning words={words} onStay={idle.stay} onEnd={idle.end} />
        ) : waited > 0 ? (
          <Waiting words={words} long={waited > 1} />
        ) : (
          <Boundary screen={screen} instead={<Failure words={words} />}>
            <Screen {...screenProps} />
          </Boundary>
        )}
        <Bar
          words={words}
          large={session.large}
          sound={!canSpeak ? "none" : speaker.speaking() ? "speaking" : sound === "off" ? "off" : "on"}
          atHome={session.trail.length === 1 && session.waiting === null && !idle.warned}
          onBack={() => (idle.warned ? idle.stay() : dispatch({ do: "back" }))}
          onRestart={() => {
            speaker.stop();
            idle.stay();
            dispatch({ do: "home" });
          }}
          onLarge={() => dispatch({ do: "large" })}
          onSound={() => {
            if (speaker.speaking()) return speaker.stop();
            idle.stay();
            if (view.kind !== "sound") dispatch({ do: "open", view: { kind: "sound" } });
          }}
          onPerson={() => {
            idle.stay();
            ask({ kind: "choice", id: "human" });
          }}
        />
        {zonesOf(profile).belowReach > 0 ? <Foot site={site} words={words} /> : null}
      </div>
    </Guard.Provider>
  );
}

interface ScreenProps {
  readonly view: View;
  readonly words: Words;
  readonly opened: Opened | null;
  readonly site: BlockContext["site"];
  readonly language: BlockContext["language"];
  readonly ask: (input: Input, check?: boolean) => void;
  readonly onLead: (lead: Lead) => void;
  readonly dispatch: Parameters<typeof useAsk>[0]["dispatch"];
  readonly sizes: string;
  readonly read: ((text: string, personal: boolean) => void) | null;
  readonly session: Session;
  readonly services: Services;
  readonly client: EngineClient;
  readonly writing: Writing;
  readonly recogniser: SpeechRecogniser | null;
  /** Whether the question before was said instead of written. */
  readonly said: boolean;
}

function Screen(props: ScreenProps): ComponentChild {
  const { view, words, site, onLead, dispatch } = props;
  switch (view.kind) {
    case "home":
      return <HomeScreen {...props} />;
    case "menu":
      return <Menu menu={view.menu} words={words} onLead={onLead} />;
    case "type":
      return <WriteScreen {...props} entry={view.entry} />;
    case "listen":
      return <ListenScreen {...props} misses={view.misses} />;
    case "understood":
      return (
        <Understood
          {...view}
          words={words}
          opened={props.opened}
          said={props.said}
          onYes={() => dispatch({ do: "confirm" })}
          onAnew={() => dispatch({ do: "anew" })}
          onChoose={() => dispatch({ do: "home" })}
        />
      );
    case "reply":
      return <EngineReply {...props} view={view} />;
    case "take-away":
      return <TakeAwayScreen {...props} view={view} />;
    case "sound":
      return (
        <SoundScreen
          words={words}
          sound={props.session.sound}
          onSound={(sound) => dispatch({ do: "sound", sound })}
        />
      );
    case "person":
      return <Person words={words} site={site} />;
    case "failure":
      return <Failure words={words} />;
  }
}

function HomeScreen({ words, site, onLead, dispatch }: ScreenProps): ComponentChild {
  const today = useToday(dayInChina);
  return (
    <Home
      words={words}
      site={site}
      today={today}
      onLead={onLead}
      onLanguage={(language) => dispatch({ do: "language", language })}
    />
  );
}

function WriteScreen(props: ScreenProps & { readonly entry: Entry }): ComponentChild {
  const { words, opened, entry, ask, dispatch, client, writing, recogniser } = props;
  return (
    <Write
      words={words}
      writing={writing}
      client={client}
      version={opened?.version ?? null}
      sizes={props.sizes}
      entry={entry}
      enter={(changed) => dispatch({ do: "enter", entry: changed })}
      onAsk={(text, own) => ask({ kind: "text", text }, own)}
      onSpeak={recogniser === null ? null : () => dispatch({ do: "open", view: LISTEN_VIEW })}
    />
  );
}

function ListenScreen(props: ScreenProps & { readonly misses: number }): ComponentChild {
  const { words, misses, ask, dispatch, recogniser, read } = props;
  if (recogniser === null) return <Failure words={words} />;
  return (
    <Listen
      key={misses}
      words={words}
      recogniser={recogniser}
      misses={misses}
      onHeard={(text) => ask({ kind: "text", text }, true)}
      onChoose={() => dispatch({ do: "home" })}
      onPerson={() => ask({ kind: "choice", id: "human" })}
      read={read === null ? null : (screen) => read(spokenText(screen, false, words.t("kiosk.stop")), false)}
    />
  );
}

function EngineReply(
  props: ScreenProps & { readonly view: Extract<View, { kind: "reply" }> },
): ComponentChild {
  const { view, words, opened, site, language, ask, dispatch, sizes, read } = props;
  const open = (section: string, way: TakeWay): void =>
    dispatch({ do: "open", view: { kind: "take-away", section, way, done: null } });
  const ways = waysFor(answersOf(view.reply), props);
  const desk = site !== null && props.services.handovers && lastAnswer(props.session) !== null;
  return (
    <ReplyScreen
      view={view}
      context={{
        ...{ words, opened, site, language, entry: view.entry },
        send: ask,
        write: () => dispatch({ do: "open", view: TYPE_VIEW }),
        enter: (entry) => dispatch({ do: "enter", entry }),
        takeAway: ways.length === 0 ? null : (section) => open(section, null),
        handOver: desk ? () => open("", "number") : null,
      }}
      sizes={`${sizes}|${ways.join("-")}|${desk}`}
      dispatch={dispatch}
      read={read}
    />
  );
}

function TakeAwayScreen(
  props: ScreenProps & { readonly view: Extract<View, { kind: "take-away" }> },
): ComponentChild {
  const { view, words, site, session, dispatch } = props;
  const answer = lastAnswer(session);
  const blocks = answer === null ? [] : answersIn(answer.reply, view.section);
  return (
    <TakeAway
      {...{ view, words, site, blocks }}
      key={`${view.way}`}
      hotline={props.opened?.hotline ?? null}
      address={factsAddress(blocks, props)}
      ways={waysFor(blocks, props)}
      onWay={(way) => dispatch({ do: "open", view: { ...view, way } })}
      number={() => takeNumber(handoverOf(session, site?.id ?? "", words))}
      onDone={(done) => dispatch({ do: "taken", done })}
    />
  );
}

/** Changes whenever the person sees another screen. */
function screenKey(view: View, depth: number, waited: number, warned: boolean): string {
  return [view.kind, depth, partOf(view), waited > 0, warned].join("/");
}

/** What of a view is a screen of its own. */
function partOf(view: View): string {
  if (view.kind === "reply") return view.pages.join(".");
  if (view.kind === "take-away") return `${view.done}`;
  return view.kind === "type" ? `${view.entry.way}` : "";
}

/** Lays the page out for the device: the panel known, in the window as it is now. */
function useDevice(panel: PanelSize | null, large: boolean): Profile {
  const size = useWindowSize();
  return useMemo(() => {
    const profile = profileFor(panel, { width: innerWidth, height: innerHeight });
    fitPage(profile, large);
    return profile;
  }, [JSON.stringify(panel), size, large]);
}

/** A new screen takes no touch at first and tells screen readers where one is. */
function useScreenChange(screen: string, changed: () => void): void {
  const first = useRef(true);
  useLayoutEffect(() => {
    changed();
    const root = document.documentElement;
    root.dataset.taps = "off";
    root.dataset.screen = String(Number(root.dataset.screen ?? 0) + 1);
    const timer = setTimeout(() => {
      root.dataset.taps = "on";
    }, SETTLE_MS);
    if (!first.current) document.querySelector<HTMLElement>("h1")?.focus();
    first.current = false;
    return () => clearTimeout(timer);
  }, [screen]);
}

/** The page's language for screen readers; `session` tells the page's own upkeep whether it may act. */
function useRootState(language: string, free: boolean): void {
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.session = free ? "free" : "in-use";
  }, [language, free]);
}
