import type { ComponentChild } from "preact";
import type { Input } from "../../../src/engine/index.ts";
import type { Opened } from "../background/messages.ts";
import type { SpeechRecogniser } from "../device/recogniser.ts";
import { spokenText } from "../device/spoken.ts";
import type { BlockContext } from "../reply/section.ts";
import type { useAsk } from "../session/ask.ts";
import type { EngineClient } from "../session/engine-client.ts";
import type { Services } from "../session/services.ts";
import {
  type Entry,
  LISTEN_VIEW,
  type Session,
  type TakeWay,
  TYPE_VIEW,
  type View,
} from "../session/session.ts";
import type { Read } from "../session/voice.ts";
import { handoverOf, takeNumber } from "../takeaway/handover.ts";
import { TakeAway } from "../takeaway/screen.tsx";
import { answersIn, answersOf, factsAddress, lastAnswer, waysFor } from "../takeaway/taking.ts";
import type { Words } from "../words/words.ts";
import type { Writing } from "../writing/client.ts";
import { Home } from "./home.tsx";
import { Listen } from "./listen.tsx";
import { Menu } from "./menu.tsx";
import type { Lead } from "./menu-cards.tsx";
import { Failure, OutOfService, Person } from "./notices.tsx";
import { ReplyScreen } from "./reply.tsx";
import { SoundScreen } from "./sound.tsx";
import { Understood } from "./understood.tsx";
import { Write } from "./write/index.tsx";

/** Everything a screen may need; each takes what it shows. */
export interface ScreenProps {
  readonly view: View;
  readonly words: Words;
  readonly opened: Opened | null;
  readonly site: BlockContext["site"];
  readonly ask: (input: Input, check?: boolean) => void;
  readonly onLead: (lead: Lead) => void;
  readonly dispatch: Parameters<typeof useAsk>[0]["dispatch"];
  readonly sizes: string;
  /** Reads aloud when asked to; null where there is no voice for the language. */
  readonly reader: Read | null;
  /** The same when screens are to be read by themselves, otherwise null. */
  readonly read: Read | null;
  readonly session: Session;
  readonly services: Services;
  readonly client: EngineClient;
  readonly writing: Writing;
  readonly recogniser: SpeechRecogniser | null;
  /** Whether the question before was said instead of written. */
  readonly said: boolean;
}

/** The screen of a view. */
export function Screen(props: ScreenProps): ComponentChild {
  const { view, words, site, onLead, dispatch } = props;
  switch (view.kind) {
    case "home":
      return (
        <Home
          {...{ words, site, onLead }}
          onLanguage={(language) => dispatch({ do: "language", language })}
        />
      );
    case "menu":
      return <Menu {...props} {...view} onTurn={(page) => dispatch({ do: "turn-page", page })} />;
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
    case "out-of-service":
      return <OutOfService words={words} site={site} hotline={props.opened?.hotline ?? null} />;
    case "failure":
      return <Failure words={words} />;
  }
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
  const { view, words, opened, site, ask, dispatch, sizes } = props;
  const { language } = props.session;
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
      reader={props.reader}
      read={props.read}
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
      number={() => takeNumber(handoverOf(session, site?.id ?? "", words, props.opened?.matters ?? {}))}
      onDone={(done) => dispatch({ do: "taken", done })}
    />
  );
}
