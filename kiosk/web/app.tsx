import type { ComponentChild } from "preact";
import { useMemo, useReducer } from "preact/hooks";
import { zonesOf } from "./device/layout.ts";
import type { PanelSize } from "./device/profile.ts";
import { recogniserFor, type SpeechRecogniser } from "./device/recogniser.ts";
import type { Speaker } from "./device/speech.ts";
import { useTouchGuard } from "./device/touch.ts";
import { Bar } from "./parts/bar.tsx";
import { Boundary } from "./parts/boundary.tsx";
import { Foot } from "./parts/foot.tsx";
import { Guard } from "./parts/tap.tsx";
import type { Lead } from "./screens/menu-cards.tsx";
import { Failure, IdleWarning, Waiting } from "./screens/notices.tsx";
import { Screen, type ScreenProps } from "./screens/screen.tsx";
import { useAsk } from "./session/ask.ts";
import type { EngineClient } from "./session/engine-client.ts";
import { type Idle, useIdle, useWaitingFor } from "./session/hooks.ts";
import { useKnowledge } from "./session/knowledge.ts";
import { useMicrophone } from "./session/occupied.ts";
import { useDevice, useRootState, useScreenChange } from "./session/page-hooks.ts";
import { screenKey } from "./session/screen-key.ts";
import { useServices } from "./session/services.ts";
import { FRESH, presentWhen, step, TYPE_VIEW, untouched } from "./session/session.ts";
import { useSpokenScreen } from "./session/spoken-screen.ts";
import { sweep } from "./session/sweep.ts";
import { readerOf, useSpeaker } from "./session/voice.ts";
import { wordsOf } from "./words/words.ts";
import type { Writing } from "./writing/client.ts";

interface AppProps {
  readonly client: EngineClient;
  readonly writing: Writing;
  /** Kiosk site of the address (`/?site=`), null when none. */
  readonly site: string | null;
  /** Panel of the address (`?panel=`), for trying out; it goes before the site's own. Null when none. */
  readonly panel: PanelSize | null;
  readonly firstWords: Readonly<Record<string, string>>;
  /** The staff took this device out of service. */
  readonly outOfService: boolean;
  /** What turns speech into text here; by default the one the site names, and mostly none. */
  readonly recogniser?: SpeechRecogniser | null;
}

/** The whole kiosk: one screen and the bar. Everything about the person is in `session`, in memory. */
export function App({ client, writing, site: siteId, panel, firstWords, ...rest }: AppProps): ComponentChild {
  const [session, dispatch] = useReducer(step, FRESH);
  const guard = useTouchGuard();
  const free = untouched(session);
  const services = useServices(free);
  const speaker = useSpeaker(services.speech);
  const { opened, missing } = useKnowledge(client, free);
  const out = rest.outOfService || missing;
  const { language, large } = session;
  const words = wordsOf(language, opened?.words[language] ?? null, firstWords);
  const site = opened?.sites.find(({ id }) => id === siteId) ?? null;
  const heard = useMemo(() => rest.recogniser ?? recogniserFor(site?.recogniser ?? null), [site]);
  const microphone = useMicrophone(heard);
  const ask = useAsk({ client, session, dispatch, site: siteId });
  const wipe = (): void => {
    speaker.stop();
    dispatch({ do: "wipe" });
    void sweep();
  };
  const idle = useIdle({
    inUse: !free,
    talking: speaker.state() === "speaking" || microphone.open,
    onEnd: wipe,
  });
  const view = presentWhen(out, session);
  const waited = useWaitingFor(session.waiting);
  const profile = useDevice(panel ?? site?.panel ?? null, large);
  const screen = screenKey(view, session.trail.length, waited, idle.warned);
  useScreenChange(`${screen}/${profile.mountMm}/${profile.widthMm}`, guard.screenChanged);
  useRootState(language, free);

  const reader = readerOf(speaker, session);
  const read = session.sound === "off" ? null : reader;
  const hasPages = view.kind === "reply" || view.kind === "menu";
  const ownReader = hasPages && waited === 0 ? null : read;
  // The warning speaks even when nothing else does: whoever it is for may be looking away.
  useSpokenScreen(screen, idle.warned ? reader : ownReader, speaker, words);
  const props: ScreenProps = {
    ...{ view, words, opened, site, ask, dispatch, reader, read, session, services, client, writing },
    recogniser: microphone.recogniser,
    onLead: (lead) => follow(lead, dispatch, ask),
    sizes: `${large}|${JSON.stringify(profile)}`,
    said: session.trail.at(-2)?.kind === "listen",
  };
  return (
    <Guard.Provider value={guard}>
      <div
        class="kiosk"
        lang={language}
        data-size={large ? "large" : "normal"}
        data-knowledge={opened === null ? "closed" : "open"}
        data-determination={view.kind === "reply" ? (view.determination ?? undefined) : undefined}
      >
        {shown(props, idle, waited, screen)}
        <KioskBar {...props} {...{ idle, speaker, out }} />
        {zonesOf(profile).belowReach > 0 ? <Foot site={site} words={words} /> : null}
      </div>
    </Guard.Provider>
  );
}

/** Opens what a card leads to. */
function follow(lead: Lead, dispatch: ScreenProps["dispatch"], ask: ScreenProps["ask"]): void {
  if (lead.kind === "menu") dispatch({ do: "open", view: { ...lead, page: 0 } });
  else if (lead.kind === "write") dispatch({ do: "open", view: TYPE_VIEW });
  else ask(lead);
}

/** The warning goes before everything, and waiting before the screen it comes from. */
function shown(props: ScreenProps, idle: Idle, waited: 0 | 1 | 2, screen: string): ComponentChild {
  const { words } = props;
  if (idle.warned) return <IdleWarning words={words} onStay={idle.stay} onEnd={idle.end} />;
  if (waited > 0) return <Waiting words={words} long={waited > 1} />;
  return (
    <Boundary screen={screen} instead={<Failure words={words} />}>
      <Screen {...props} />
    </Boundary>
  );
}

interface KioskBarProps
  extends Pick<ScreenProps, "session" | "view" | "words" | "opened" | "dispatch" | "ask" | "reader"> {
  readonly idle: Idle;
  readonly speaker: Speaker;
  /** Out of service: a person is asked for without the engine, whose answer would lead on. */
  readonly out: boolean;
}

/** The bar, and what its buttons do: each of them is a sign that somebody is there. */
function KioskBar(props: KioskBarProps) {
  const { session, view, words, opened, dispatch, ask, idle, speaker, reader, out } = props;
  const chosen = session.sound === "off" ? "off" : "on";
  const state = speaker.state();
  const heard = state === "silent" ? chosen : state;
  const onSound = (): void => {
    if (state === "speaking") {
      speaker.stop();
      return;
    }
    idle.stay();
    if (view.kind !== "sound") dispatch({ do: "open", view: { kind: "sound" } });
  };
  const onRestart = (): void => {
    speaker.stop();
    idle.stay();
    dispatch({ do: "home" });
  };
  const onPerson = (): void => {
    idle.stay();
    // Who already waits for the engine, or has none, is not made to wait for it.
    const unaided = out || opened === null || session.waiting !== null;
    if (!unaided) ask({ kind: "choice", id: "human" });
    else if (session.waiting !== null || view.kind !== "person")
      dispatch({ do: "open", view: { kind: "person" } });
  };
  return (
    <Bar
      {...{ words, onRestart, onSound, onPerson }}
      large={session.large}
      sound={reader === null ? "none" : heard}
      atHome={session.trail.length === 1 && session.waiting === null && !idle.warned}
      onBack={() => (idle.warned ? idle.stay() : dispatch({ do: "back" }))}
      onLarge={() => dispatch({ do: "large" })}
    />
  );
}
