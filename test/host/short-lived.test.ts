import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { connectRedis } from "../../src/host/conversations/redis.ts";
import { createHandovers, type Handover } from "../../src/host/handovers.ts";
import { silentLog } from "../../src/host/log.ts";
import { memoryShortLived } from "../../src/host/short-lived/memory.ts";
import { type ShortLived, ShortLivedUnavailable } from "../../src/host/short-lived/port.ts";
import { redisShortLived } from "../../src/host/short-lived/redis.ts";
import { type FakeRedis, startFakeRedis } from "./fake-redis.ts";

const REDIS_URL = process.env.TEST_REDIS_URL;

let fake: FakeRedis | null = null;
let ends: (() => void)[] = [];
afterEach(async () => {
  for (const end of ends) end();
  await fake?.close();
  [ends, fake] = [[], null];
});

async function overRedis(url: string): Promise<ShortLived> {
  const redis = await connectRedis(url, silentLog);
  ends.push(() => redis.disconnect());
  return redisShortLived(redis);
}

const stores: [string, boolean, () => Promise<ShortLived>][] = [
  ["in memory", true, async () => memoryShortLived()],
  ["in Redis (set TEST_REDIS_URL to run)", REDIS_URL !== undefined, () => overRedis(REDIS_URL ?? "")],
  [
    "over the Redis protocol",
    true,
    async () => {
      fake = await startFakeRedis();
      return overRedis(fake.url);
    },
  ],
];

const passed = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const handover = (site: string): Handover => ({
  ...{ site, language: "zh-Hans", questions: ["钱和补贴"], facts: { age: 82 }, answers: [] },
  at: "2026-11-22T02:00:00.000Z",
});

for (const [name, available, create] of stores) {
  describe.skipIf(!available)(`short-lived things ${name}`, () => {
    it("are kept once under a key and taken once", async () => {
      const store = await create();
      const key = randomUUID();
      expect(await store.add(key, "甲", 60)).toBe(true);
      expect(await store.add(key, "乙", 60)).toBe(false);
      const taken = await Promise.all([store.take(key), store.take(key), store.take(key)]);
      expect(taken.filter((text) => text === "甲").length).toBe(1);
      expect(taken.filter((text) => text === null).length).toBe(2);
      expect(await store.add(key, "丙", 60)).toBe(true);
    });

    it("are gone when their time is over, and so are counts", async () => {
      const store = await create();
      const [key, count] = [randomUUID(), randomUUID()];
      await store.add(key, "甲", 1);
      expect(await store.count(count, 1, 1)).toBe(1);
      await passed(600);
      expect(await store.count(count, 1, 1)).toBe(2);
      await passed(700);
      expect(await store.take(key)).toBeNull();
      expect(await store.count(count, 1, 1)).toBe(1);
    });

    it("carry a number from kiosk to desk once, at its own site only", async () => {
      const handovers = createHandovers(await create());
      const site = randomUUID();
      const number = (await handovers.give(handover(site))) ?? "";
      expect(number).toMatch(/^[1-9]\d{3}$/);
      expect(await handovers.pickUp(`${site}-other`, number)).toEqual({ kind: "none" });
      expect(await handovers.pickUp(site, number)).toEqual({ kind: "found", handover: handover(site) });
      expect(await handovers.pickUp(site, number)).toEqual({ kind: "none" });
    });

    it("refuse a sixth wrong number in a minute, and right ones count as none", async () => {
      const handovers = createHandovers(await create());
      const site = randomUUID();
      for (let visitor = 0; visitor < 7; visitor += 1) {
        const number = (await handovers.give(handover(site))) ?? "";
        expect((await handovers.pickUp(site, number)).kind).toBe("found");
      }
      const kinds = [];
      for (let tries = 0; tries < 6; tries += 1) kinds.push((await handovers.pickUp(site, "0000")).kind);
      expect(kinds).toEqual(["none", "none", "none", "none", "none", "wait"]);
    });
  });
}

describe("Numbers at one site", () => {
  it("never meet: a drawn one that somebody holds is drawn again", async () => {
    const draws = [4821, 4821, 4821, 7305];
    const handovers = createHandovers(memoryShortLived(), () => draws.shift() ?? 1000);
    expect(await handovers.give(handover("a"))).toBe("4821");
    expect(await handovers.give(handover("a"))).toBe("7305");
  });

  it("are the other sites' too", async () => {
    const handovers = createHandovers(memoryShortLived(), () => 4821);
    expect(await handovers.give(handover("a"))).toBe("4821");
    expect(await handovers.give(handover("b"))).toBe("4821");
  });

  it("are all different for two thousand visitors in half an hour, and no two sites wait for each other", async () => {
    const handovers = createHandovers(memoryShortLived());
    const given: (string | null)[] = [];
    for (let visitor = 0; visitor < 2_000; visitor += 1) given.push(await handovers.give(handover("a")));
    expect(new Set(given).size).toBe(2_000);
    expect(given.every((number) => number !== null && /^[1-9]\d{3}$/.test(number))).toBe(true);
  });

  it("are none when the store is full: what others hold stays good", async () => {
    const handovers = createHandovers(memoryShortLived(1));
    const number = (await handovers.give(handover("a"))) ?? "";
    expect(await handovers.give(handover("a"))).toBeNull();
    expect((await handovers.pickUp("a", number)).kind).toBe("found");
  });
});

it("A Redis that goes down later fails a hand-over at once with 503", async () => {
  fake = await startFakeRedis();
  const store = await overRedis(fake.url);
  await fake.close();
  const failure = await store.take("any").catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ShortLivedUnavailable);
  expect(failure).toMatchObject({ statusCode: 503 });
});
