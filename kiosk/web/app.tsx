import type { ComponentChild } from "preact";
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import type { Input } from "../../src/engine/index.ts";
import type { Opened } from "./background/messages.ts";
import { dayInChina } from "./device/clock.ts";
import { fitPage } from "./device/fit.ts";
import { createTapGuard, SETTLE_MS } from "./device/guard.ts";
import { zonesOf } from "./device/layout.ts";
import { type PanelSize, type Profile, profileFor } from "./device/profile.ts";
import { createSpeaker, type Speaker } from "./device/speech.ts";
import { Bar } from "./parts/bar.tsx";
import { Foot } from "./parts/foot.tsx";
import { Guard } from "./parts/tap.tsx";
import type { BlockContext } from "./reply/section.ts";
import { Home } from "./screens/home.tsx";
import { Menu } from "./screens/menu.tsx";
import type { Lead } from "./screens/menu-cards.tsx";
import { Failure, IdleWarning, Person, Waiting } from "./screens/notices.tsx";
import { ReplyScreen } from "./screens/reply.tsx";
import { Write } from "./screens/write.tsx";
import { useAsk } from "./session/ask.ts";
import type { EngineClient } from "./session/engine-client.ts";
import { useIdle, useKnowledge, useToday, useWaitingFor, useWindowSize } from "./session/hooks.ts";
import { FRESH, present, step, TYPE_VIEW, untouched, type View } from "./session/session.ts";
import { type Words, wordsOf } from "./words/words.ts";

interface AppProps {
  readonly client: EngineClient;
  /** Kiosk site of the address (`/?site=`), null when none. */
  readonly site: string | null;
  /** Panel of the address (`?panel=`), for trying out; it goes before the site's own. Null when none. */
  readonly panel: PanelSize | null;
  readonly firstWords: Readonly<Record<string, string>>;
}

/** The whole kiosk: one screen and the bar. Everything about the person is in `session`, in memory. */
export function App({ client, site: siteId, panel, firstWords }: AppProps): ComponentChild {
  const [session, dispatch] = useReducer(step, FRESH);
  const guard = useMemo(() => createTapGuard(() => performance.now()), []);
  const [, voicesChanged] = useReducer((count: number) => count + 1, 0);
  const speaker = useMemo(() => createSpeaker(() => voicesChanged(undefined)), []);
  const free = untouched(session);
  const opened = useKnowledge(client, free);
  const words = wordsOf(session.language, opened?.words[session.language] ?? null, firstWords);
  const site = opened?.sites.find(({ id }) => id === siteId) ?? null;
  const ask = useAsk({ client, session, dispatch, site: siteId });
  const wipe = (): void => {
    speaker.stop();
    dispatch({ do: "wipe" });
  };
  const idle = useIdle({ inUse: !free, speaking: speaker.speaking, onEnd: wipe });
  const view = present(session);
  const waited = useWaitingFor(session.waiting);
  const screen = screenKey(view, session.trail.length, waited, idle.warned);
  const profile = useDevice(panel ?? site?.panel ?? null, session.large);
  const sizes = `${session.large}|${JSON.stringify(profile)}`;
  useScreenChange(`${screen}/${profile.mountMm}/${profile.widthMm}`, guard.screenChanged);
  useRootState(session.language, free);

  const canSpeak = speaker.available(session.language);
  const read = session.sound && canSpeak ? (text: string) => speaker.speak(text, session.language) : null;
  useSpokenTitle(screen, view.kind !== "reply" || idle.warned ? read : null, speaker);
  const onLead = (lead: Lead): void => {
    if (lead.kind === "menu") dispatch({ do: "open", view: lead });
    else if (lead.kind === "write") dispatch({ do: "open", view: TYPE_VIEW });
    else ask(lead);
  };
  const screenProps: ScreenProps = {
    view,
    words,
    opened,
    site,
    ask,
    onLead,
    dispatch,
    sizes,
    read,
    language: session.language,
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
          <Screen {...screenProps} />
        )}
        <Bar
          words={words}
          large={session.large}
          sound={canSpeak ? (session.sound ? "on" : "off") : "none"}
          atHome={session.trail.length === 1 && session.waiting === null && !idle.warned}
          onBack={() => (idle.warned ? idle.stay() : dispatch({ do: "back" }))}
          onRestart={() => {
            speaker.stop();
            idle.stay();
            dispatch({ do: "home" });
          }}
          onLarge={() => dispatch({ do: "large" })}
          onSound={() => {
            speaker.stop();
            dispatch({ do: "sound" });
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
  readonly ask: (input: Input) => void;
  readonly onLead: (lead: Lead) => void;
  readonly dispatch: Parameters<typeof useAsk>[0]["dispatch"];
  readonly sizes: string;
  readonly read: ((text: string) => void) | null;
}

function Screen(props: ScreenProps): ComponentChild {
  const { view, words, site, ask, onLead, dispatch } = props;
  switch (view.kind) {
    case "home":
      return <HomeScreen {...props} />;
    case "menu":
      return <Menu menu={view.menu} words={words} onLead={onLead} />;
    case "type":
      return (
        <Write
          words={words}
          text={view.entry.text}
          onText={(text) => dispatch({ do: "enter", entry: { text } })}
          onSend={ask}
        />
      );
    case "reply":
      return <EngineReply {...props} view={view} />;
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

function EngineReply(
  props: ScreenProps & { readonly view: Extract<View, { kind: "reply" }> },
): ComponentChild {
  const { view, words, opened, site, language, ask, dispatch, sizes, read } = props;
  return (
    <ReplyScreen
      view={view}
      context={{
        words,
        opened,
        site,
        language,
        entry: view.entry,
        send: ask,
        write: () => dispatch({ do: "open", view: TYPE_VIEW }),
        enter: (entry) => dispatch({ do: "enter", entry }),
      }}
      sizes={sizes}
      dispatch={dispatch}
      read={read}
    />
  );
}

/** Changes whenever the person sees another screen. */
function screenKey(view: View, depth: number, waited: number, warned: boolean): string {
  const page = view.kind === "reply" ? view.pages.join(".") : "";
  return [view.kind, depth, page, waited > 0, warned].join("/");
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

/** Speaks the title of screens that are not a reply; a reply speaks for itself. Any new screen ends older speech. */
function useSpokenTitle(screen: string, read: ((text: string) => void) | null, speaker: Speaker): void {
  const [last, setLast] = useState("");
  useEffect(() => {
    if (last !== screen) speaker.stop();
    setLast(screen);
    read?.(document.querySelector("h1")?.textContent ?? "");
  }, [screen, read === null]);
}
