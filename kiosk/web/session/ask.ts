import { useRef } from "preact/hooks";
import type { Input } from "../../../src/engine/index.ts";
import { instantInChina } from "../device/clock.ts";
import type { EngineClient } from "./engine-client.ts";
import { type Action, engineState, type Session } from "./session.ts";

interface AskOptions {
  readonly client: EngineClient;
  readonly session: Session;
  readonly dispatch: (action: Action) => void;
  /** Site of the address; the engine passes over one it does not know. */
  readonly site: string | null;
}

/**
 * Sends inputs to the engine and brings its answers back. Only the newest input's answer counts; going back
 * and starting over are the page's own, because it keeps the state of every screen. `check` for a question in
 * the person's own words: it is said back before it is answered.
 */
export function useAsk({
  client,
  session,
  dispatch,
  site,
}: AskOptions): (input: Input, check?: boolean) => void {
  const newest = useRef(0);
  return (input, check = false) => {
    newest.current += 1;
    const own = newest.current;
    if (isChoice(input, "back")) return dispatch({ do: "back" });
    if (isChoice(input, "restart")) return dispatch({ do: "home" });
    dispatch({ do: "ask", input, check });
    const state = session.trail.length === 1 ? null : engineState(session);
    const { language } = session;
    const now = instantInChina(new Date());
    client.turn(state, input, site === null ? { now, language } : { now, language, site }).then(
      (turn) => {
        if (own === newest.current) dispatch({ do: "answer", turn });
      },
      () => {
        if (own === newest.current) dispatch({ do: "fail" });
      },
    );
  };
}

function isChoice(input: Input, id: string): boolean {
  return input.kind === "choice" && input.id === id;
}
