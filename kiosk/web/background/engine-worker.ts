/**
 * Runs the engine beside the page, so that the first screen's script stays small and nothing freezes.
 * Holds no conversation: every turn brings its own state and takes the new one away.
 */
import "../device/fill-ins.ts";
import { type Bundle, createEngine, type Engine } from "../../../src/engine/index.ts";
import type { Request, Response } from "./messages.ts";
import { openedFrom } from "./opened.ts";
import { writtenWords } from "./written-words.ts";

declare const self: DedicatedWorkerGlobalScope;

const KNOWLEDGE = "/knowledge.json";
let opening: Promise<Engine> | null = null;

async function load(cache: RequestCache): Promise<Bundle> {
  const response = await fetch(KNOWLEDGE, { cache });
  if (!response.ok) throw new Error(`${KNOWLEDGE}: ${response.status}`);
  return (await response.json()) as Bundle;
}

/** The engine, opened once; a failed opening is tried again with the next request. */
function engine(): Promise<Engine> {
  if (opening === null) {
    opening = load("default").then(createEngine);
    opening.catch(() => {
      opening = null;
    });
  }
  return opening;
}

/** Newer knowledge replaces the old only when the engine accepts it; otherwise the old keeps answering. */
async function refresh(): Promise<Engine> {
  const current = await engine();
  const newest = await load("no-cache").catch(() => null);
  if (newest === null || newest.version === current.bundle.version) return current;
  const replacement = createEngine(newest);
  opening = Promise.resolve(replacement);
  return replacement;
}

async function answer(request: Request): Promise<Response> {
  const { id } = request;
  const running = await (request.kind === "refresh" ? refresh().catch(engine) : engine()).catch(() => null);
  if (running === null) return { id, kind: "failed", problem: "no-knowledge" };
  if (request.kind === "words")
    return { id, kind: "words", words: writtenWords(running.bundle, request.script) };
  if (request.kind !== "turn") return { id, kind: "opened", opened: openedFrom(running.bundle) };
  try {
    return { id, kind: "turned", turn: running.turn(request.state, request.input, request.context) };
  } catch {
    return { id, kind: "failed", problem: "engine" };
  }
}

self.addEventListener("message", (event: MessageEvent<Request>) => {
  void answer(event.data).then((response) => self.postMessage(response));
});
