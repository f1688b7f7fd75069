/**
 * Runs the engine beside the page, so that the first screen's script stays small and nothing freezes.
 * Holds no conversation: every turn brings its own state and takes the new one away.
 */
import "../device/fill-ins.ts";
import { type Bundle, createEngine, type Engine } from "../../../src/engine/index.ts";
import { fetchWithin } from "../session/fetch-within.ts";
import type { Request, Response } from "./messages.ts";
import { openedFrom } from "./opened.ts";
import { writtenWords } from "./written-words.ts";

declare const self: DedicatedWorkerGlobalScope;

const KNOWLEDGE = "/knowledge.json";
let opening: Promise<Engine> | null = null;

/** Longest that the knowledge may take to arrive; slow networks need a minute for all of it. */
const LONGEST_SECONDS = 180;
/** What the page asks for at once comes first. */
const WARM_AFTER_MS = 1_000;
/** Newer knowledge that waits for the page to say that nobody is there. */
let newer: Engine | null = null;

function load(cache: RequestCache): Promise<Bundle> {
  return fetchWithin(LONGEST_SECONDS, { address: KNOWLEDGE, init: { cache } }, (response) => response.json());
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

/** Fetches newer knowledge and puts it aside if the engine accepts it; the old keeps answering. */
async function look(): Promise<boolean> {
  const current = await engine();
  const newest = await load("no-cache");
  newer = newest.version === current.bundle.version ? null : createEngine(newest);
  return newer !== null;
}

function adopt(): void {
  if (newer !== null) opening = Promise.resolve(newer);
  newer = null;
}

async function answer(request: Request): Promise<Response> {
  const { id } = request;
  if (request.kind === "look") return { id, kind: "looked", newer: await look().catch(() => false) };
  if (request.kind === "adopt") adopt();
  const running = await engine().catch(() => null);
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

/** Has the engine build what it builds when first needed, so that the first person who asks does not wait for it. */
async function warmUp(): Promise<void> {
  const running = await engine();
  const [some] = running.bundle.benefits;
  if (some === undefined) return;
  const q = some.name["zh-Hans"];
  running.understand(q, "zh-Hans");
  running.search({ q }, "zh-Hans");
}

self.addEventListener("message", (event: MessageEvent<Request>) => {
  void answer(event.data).then((response) => {
    self.postMessage(response);
    if (response.kind === "opened") setTimeout(() => void warmUp(), WARM_AFTER_MS);
  });
});
