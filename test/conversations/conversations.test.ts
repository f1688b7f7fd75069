import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { createEngine, type Engine, type Input, type State, type Turn } from "../../src/engine/index.ts";
import { realBundle } from "../real-bundle.ts";

/** One turn of a conversation: what is said or tapped, and what must be true of the answer. */
interface Said {
  readonly say?: string;
  readonly tap?: string;
  readonly locate?: readonly [number, number];
  readonly intent?: string;
  /** Exactly the facts known of the person afterwards. */
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly asks?: string | null;
  readonly "asks-not"?: readonly string[];
  /** Benefits on cards. */
  readonly shows?: readonly string[];
  /** Benefits on no card. */
  readonly "shows-not"?: readonly string[];
  /** Ids of choices offered. */
  readonly offers?: readonly string[];
  readonly "offers-not"?: readonly string[];
  /** Phrase keys said. */
  readonly says?: readonly string[];
  /** Kind of the first block. */
  readonly first?: string;
  /** Words in the plain text. */
  readonly text?: readonly string[];
  readonly "text-not"?: readonly string[];
  readonly language?: string;
  readonly unanswered?: boolean;
  readonly "first-facility-type"?: string;
  readonly "never-planned-as-open"?: boolean;
}

interface Conversation {
  readonly name: string;
  /** The kiosk's site; absent in a chat. */
  readonly site?: string;
  readonly turns: readonly Said[];
}

const NOW = "2026-11-22T10:30:00+08:00";
const folder = "test/conversations";
const conversations = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => ({ file: name, ...(parse(readFileSync(join(folder, name), "utf8")) as Conversation) }));

function inputOf(said: Said): Input {
  if (said.say !== undefined) return { kind: "text", text: said.say };
  if (said.tap !== undefined) return { kind: "choice", id: said.tap };
  const [latitude = 0, longitude = 0] = said.locate ?? [];
  return { kind: "location", latitude, longitude };
}

/** What a turn did, in the words of the conversation file, for the expectations that it names. */
function observed(said: Said, turn: Turn): Said {
  const { blocks, text } = turn.reply;
  const shown = blocks.flatMap((block) => (block.kind === "benefit" ? [block.benefit] : []));
  const keys = blocks.flatMap((block) => (block.kind === "say" ? [block.key] : []));
  const hits = blocks.flatMap((block) => (block.kind === "facility" ? [block] : []));
  const offered = turn.state.offered.map(({ id }) => id);
  const all: Required<Omit<Said, "say" | "tap" | "locate">> = {
    intent: turn.understanding.intent,
    facts: turn.facts,
    asks: turn.asks,
    "asks-not": (said["asks-not"] ?? []).filter((fact) => fact !== turn.asks),
    shows: (said.shows ?? []).filter((benefit) => shown.includes(benefit)),
    "shows-not": (said["shows-not"] ?? []).filter((benefit) => !shown.includes(benefit)),
    offers: (said.offers ?? []).filter((id) => offered.includes(id)),
    "offers-not": (said["offers-not"] ?? []).filter((id) => !offered.includes(id)),
    says: (said.says ?? []).filter((key) => keys.includes(key)),
    first: blocks[0]?.kind ?? "nothing",
    text: (said.text ?? []).filter((word) => text.includes(word)),
    "text-not": (said["text-not"] ?? []).filter((word) => !text.includes(word)),
    language: turn.state.language,
    unanswered: turn.unanswered,
    "first-facility-type": hits[0]?.hit.type ?? "none",
    "never-planned-as-open": hits.every(
      ({ hit, state }) => hit.status !== "planned" || state.includes("不能去"),
    ),
  };
  const { say, tap, locate, ...expected } = said;
  return Object.fromEntries(Object.keys(expected).map((key) => [key, all[key as keyof typeof all]]));
}

describe("conversations", () => {
  let engine: Engine;

  beforeAll(() => {
    engine = createEngine(realBundle());
  });

  it.each(conversations)("$name ($file)", ({ turns, site }) => {
    let state: State | null = null;
    for (const said of turns) {
      const turn: Turn = engine.turn(state, inputOf(said), { now: NOW, ...(site ? { site } : {}) });
      state = turn.state;
      const { say, tap, locate, ...expected } = said;
      expect({ after: say ?? tap ?? locate, ...observed(said, turn) }).toEqual({
        after: say ?? tap ?? locate,
        ...expected,
      });
    }
    expect(turns.length).toBeGreaterThan(0);
  });
});
