import { describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/index.ts";
import { toAnswer } from "../../src/host/answer.ts";
import { createAssistant } from "../../src/host/assistant.ts";
import { memoryConversations } from "../../src/host/conversations/memory.ts";
import type { Conversations } from "../../src/host/conversations/port.ts";
import { silentLog } from "../../src/host/log.ts";
import { noRecords, type Records, type UnansweredQuestion } from "../../src/host/records/port.ts";
import { stubEngine } from "./sample.ts";

const clock = () => new Date("2026-11-22T02:00:00Z");
const say = (text: string) => ({ input: { kind: "text", text }, face: "api" }) as const;

/** Conversations that answer late and at uneven times, as a store over the network does. */
function slowConversations(): Conversations {
  const memory = memoryConversations();
  let calls = 0;
  const late = () => new Promise((resolve) => setTimeout(resolve, (calls++ % 3) * 4));
  return {
    ...memory,
    get: (id) => late().then(() => memory.get(id)),
    set: (id, state) => late().then(() => memory.set(id, state)),
  };
}

function setUp(parts: { records?: Records; engine?: Engine; conversations?: Conversations } = {}) {
  return createAssistant({
    engine: parts.engine ?? stubEngine(),
    conversations: parts.conversations ?? memoryConversations(),
    records: parts.records ?? noRecords,
    clock,
    log: silentLog,
  });
}

describe("a conversation", () => {
  it("goes on where the turn before left it", async () => {
    const assistant = setUp();
    const first = await assistant.turn(say("一"));
    const second = await assistant.turn({ ...say("二"), conversation: first.conversation });
    expect(second.conversation).toBe(first.conversation);
    expect(second.turn.reply.text).toBe("第2句：二");
  });

  it("takes turns of one person strictly one after another", async () => {
    const assistant = setUp({ conversations: slowConversations() });
    const { conversation } = await assistant.turn(say("start"));
    const replies = await Promise.all(
      [..."abcdefgh"].map((text) => assistant.turn({ ...say(text), conversation })),
    );
    expect(replies.map(({ turn }) => turn.reply.text)).toEqual(
      [..."abcdefgh"].map((text, index) => `第${index + 2}句：${text}`),
    );
  });

  it("starts anew under a new id when the id is unknown, so that nobody can choose one", async () => {
    const assistant = setUp();
    const { conversation, turn } = await assistant.turn({ ...say("一"), conversation: "chosen" });
    expect(conversation).toMatch(/^[0-9a-f-]{36}$/);
    expect(turn.reply.text).toBe("第1句：一");
  });

  it("is forgotten when it is told to be", async () => {
    const assistant = setUp();
    const { conversation } = await assistant.turn(say("一"));
    await assistant.forget(conversation);
    expect((await assistant.turn({ ...say("二"), conversation })).turn.reply.text).toBe("第1句：二");
  });

  it("survives a turn that failed", async () => {
    const stub = stubEngine();
    const engine: Engine = {
      ...stub,
      turn: (state, input, context) => {
        if (input.kind === "choice") throw new Error("engine fault");
        return stub.turn(state, input, context);
      },
    };
    const assistant = setUp({ engine });
    const { conversation } = await assistant.turn(say("一"));
    const failing = assistant.turn({ input: { kind: "choice", id: "x" }, face: "api", conversation });
    const next = assistant.turn({ ...say("二"), conversation });
    await expect(failing).rejects.toThrow("engine fault");
    expect((await next).turn.reply.text).toBe("第2句：二");
  });
});

describe("an unanswered question", () => {
  it("is recorded with its intent and face", async () => {
    const recorded: UnansweredQuestion[] = [];
    const records = {
      ...noRecords,
      addUnanswered: async (entry: UnansweredQuestion) => void recorded.push(entry),
    };
    const assistant = setUp({ records });
    await assistant.turn(say("有用的问题"));
    await assistant.turn(say("???"));
    expect(recorded).toEqual([
      { text: "???", language: "zh-Hans", intent: "out_of_scope", face: "api", site: null, county: null },
    ]);
  });

  it("still gets its reply when the record cannot be written", async () => {
    const records = { ...noRecords, addUnanswered: () => Promise.reject(new Error("disk full")) };
    expect((await setUp({ records }).turn(say("???"))).turn.reply.text).toBe("第1句：???");
  });
});

it("an answer has the contract's fields and leaves out lists that the turn does not have", async () => {
  const { conversation, turn } = await setUp().turn(say("一"));
  const answer = toAnswer(conversation, turn);
  expect(Object.keys(answer).sort()).toEqual(
    [
      "asks",
      "conversation",
      "determination",
      "entitlements",
      "facts",
      "reply",
      "sources",
      "understanding",
    ].sort(),
  );
  expect(answer.understanding).toEqual({ intent: "entitlements", confidence: 0.9, slots: {} });
});
