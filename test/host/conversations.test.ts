import { randomUUID } from "node:crypto";
import { type AddressInfo, createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { memoryConversations } from "../../src/host/conversations/memory.ts";
import { type Conversations, ConversationsUnavailable } from "../../src/host/conversations/port.ts";
import { connectRedis, redisConversations } from "../../src/host/conversations/redis.ts";
import { silentLog } from "../../src/host/log.ts";
import { type FakeRedis, startFakeRedis } from "./fake-redis.ts";
import { sampleState } from "./sample.ts";

const REDIS_URL = process.env.TEST_REDIS_URL;

let fake: FakeRedis | null = null;
let open: Conversations | null = null;

const stores: [string, boolean, (ttlSeconds: number) => Promise<Conversations>][] = [
  ["in memory", true, async (ttlSeconds) => memoryConversations({ maximum: 100, ttlSeconds })],
  [
    "in Redis (set TEST_REDIS_URL to run)",
    REDIS_URL !== undefined,
    async (ttlSeconds) => redisConversations(await connectRedis(REDIS_URL ?? "", silentLog), ttlSeconds),
  ],
  [
    "over the Redis protocol",
    true,
    async (ttlSeconds) => {
      fake = await startFakeRedis();
      return redisConversations(await connectRedis(fake.url, silentLog), ttlSeconds);
    },
  ],
];

afterEach(async () => {
  await open?.close();
  await fake?.close();
  [open, fake] = [null, null];
});

for (const [name, available, create] of stores) {
  describe.skipIf(!available)(`conversations ${name}`, () => {
    it("are found again as they were, and not after they are forgotten", async () => {
      open = await create(60);
      const id = randomUUID();
      await open.set(id, sampleState);
      expect(await open.get(id)).toEqual(sampleState);
      await open.delete(id);
      expect(await open.get(id)).toBeNull();
      expect(await open.healthy()).toBe(true);
    });

    it("are forgotten by themselves when their time is over", async () => {
      open = await create(1);
      const id = randomUUID();
      await open.set(id, sampleState);
      await new Promise((resolve) => setTimeout(resolve, 1_300));
      expect(await open.get(id)).toBeNull();
    });
  });
}

it("in memory the oldest conversations give way instead of an error", async () => {
  open = memoryConversations({ maximum: 40, ttlSeconds: 60 });
  for (let index = 0; index < 45; index++) await open.set(`c${index}`, sampleState);
  expect(await open.get("c0")).toBeNull();
  expect(await open.get("c44")).toEqual(sampleState);
});

it("a Redis that goes down later fails the turn at once with 503", async () => {
  const redis = await startFakeRedis();
  open = redisConversations(await connectRedis(redis.url, silentLog));
  await redis.close();
  const failure = await open.get("any").catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ConversationsUnavailable);
  expect(failure).toMatchObject({ statusCode: 503 });
  expect(await open.healthy()).toBe(false);
});

describe("a Redis that cannot be used stops the start with a line that names REDIS_URL", () => {
  it("when nothing answers, and the password in the address is not told", async () => {
    const failure = await connectRedis("redis://:secret@127.0.0.1:1", silentLog).catch((error) => error);
    expect(failure.message).toBe(
      "REDIS_URL: the conversation store cannot be used: nothing answers there (ECONNREFUSED).",
    );
  });

  it("when something listens there but never answers", async () => {
    const mute = createServer(() => undefined);
    await new Promise<void>((listening) => mute.listen(0, "127.0.0.1", listening));
    const { port } = mute.address() as AddressInfo;
    await expect(connectRedis(`redis://127.0.0.1:${port}`, silentLog)).rejects.toThrow(
      /^REDIS_URL: .* there was no answer in time\.$/,
    );
    mute.close();
  }, 10_000);
});
