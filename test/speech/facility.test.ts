import { describe, expect, it } from "vitest";
import type { RankedFacility } from "../../src/engine/facilities/types.ts";
import type { Facility, FacilityStatus } from "../../src/engine/knowledge/types.ts";
import type { Block } from "../../src/engine/message/types.ts";
import { facilityCard, toHit } from "../../src/engine/speech/facility.ts";
import { facility, small, text } from "./cases.ts";
import { voiceOf } from "./voice.ts";

const zh = voiceOf("zh-Hans", small);
const en = voiceOf("en", small);

function ranked(changes: Partial<Facility> = {}, found: Partial<RankedFacility> = {}): RankedFacility {
  return {
    facility: facility("canteen-1", "canteen", { name: text("安海长者食堂"), ...changes }),
    distance: null,
    walkMinutes: null,
    openState: "unknown",
    unsure: "hours",
    changesAt: null,
    confirmFirst: false,
    match: "asked",
    far: false,
    ...found,
  };
}

type Card = Extract<Block, { kind: "facility" }>;

function card(one: RankedFacility): Card {
  return facilityCard(zh, one) as Card;
}

function lineOf(one: Card, label: string): string | undefined {
  return one.lines.find((line) => line.label === label)?.text;
}

describe("a place found", () => {
  it("keeps as null what no source tells", () => {
    expect(toHit(zh, ranked())).toMatchObject({
      place: null,
      placeName: null,
      address: null,
      latitude: null,
      distance: null,
      walkMinutes: null,
      hours: null,
      prices: null,
      phone: null,
      note: null,
      openState: "unknown",
    });
  });

  it("has a line for what is known and none for what is not", () => {
    expect(card(ranked()).lines.map(({ label }) => label)).toEqual(["消息日期", "依据"]);
    const full = card(
      ranked(
        {
          place: "350582101",
          address: "中山路1号",
          hours: "上午11点到12点半",
          prices: "每餐8元",
          phone: "0595-1",
          services: ["午餐", "送餐"],
          note: "要先登记",
        },
        { distance: 700, walkMinutes: 10 },
      ),
    );
    expect(full.lines.map(({ label }) => label)).toEqual([
      "在哪里",
      "地址",
      "多远",
      "时间",
      "价格",
      "电话",
      "服务",
      "说明",
      "消息日期",
      "依据",
    ]);
    expect(lineOf(full, "多远")).toBe("约700米，慢走大约10分钟");
    expect(lineOf(full, "服务")).toBe("午餐、送餐");
    expect(lineOf(full, "在哪里")).toBe("晋江市安海镇");
  });

  it("tells a straight distance where the walk is not known", () => {
    expect(lineOf(card(ranked({}, { distance: 4000 })), "多远")).toBe("约4公里（直线距离）");
  });

  it("says when the news of it has no date", () => {
    expect(lineOf(card(ranked({ reported: null })), "消息日期")).toBe("没有写日期");
    expect(lineOf(card(ranked({ reported: "2026-06-01" })), "消息日期")).toBe("2026年6月1日");
  });

  it("always has its source", () => {
    expect(card(ranked()).sources).toHaveLength(1);
    expect(lineOf(card(ranked()), "依据")).toContain("养老服务条例");
  });
});

describe("whether one can go", () => {
  const SHUT: readonly FacilityStatus[] = ["planned", "suspended", "closed"];

  it.each(SHUT)("a %s place is never shown as open, whatever its hours say", (status) => {
    const hours = { openState: "open", confirmFirst: false } as const;
    expect(card(ranked({ status }, hours)).state).toMatch(/不能去|暂停|关/);
    const english = facilityCard(en, ranked({ status }, hours)) as Card;
    expect(english.state).not.toMatch(/open now/i);
  });

  it("old news asks to confirm first, before any hours", () => {
    expect(card(ranked({}, { confirmFirst: true, openState: "open" })).state).toBe("消息不新，去之前先打听");
    expect(card(ranked({ status: "planned" }, { confirmFirst: true })).state).toBe(
      "还在建或计划中，现在不能去",
    );
  });

  it.each([
    ["open", "现在开着"],
    ["closed", "现在没开"],
    ["unknown", "几点开门没查到，去之前先打听"],
  ] as const)("a fresh one that is %s is said to be so", (openState, said) => {
    expect(card(ranked({}, { openState })).state).toBe(said);
  });

  it("tells until when it is open, and when it opens today", () => {
    expect(card(ranked({}, { openState: "open", changesAt: 750 })).state).toBe("现在开着，开到12:30");
    expect(card(ranked({}, { openState: "closed", changesAt: 545 })).state).toBe("现在没开，今天09:05开门");
    const english = facilityCard(en, ranked({}, { openState: "open", changesAt: 1440 })) as Card;
    expect(english.state).toBe("Open now, until 24:00");
  });

  it.each([
    ["holiday", null, "今天是节假日，去之前先打听开不开"],
    ["holiday", "0595-12345678", "今天是节假日，去之前先打电话问"],
    ["calendar", null, "今天开不开没查到，去之前先打听"],
    ["calendar", "0595-12345678", "今天开不开没查到，去之前先打电话问"],
    ["hours", null, "几点开门没查到，去之前先打听"],
    ["hours", "0595-12345678", "几点开门没查到，去之前先打电话问"],
  ] as const)("when the %s leaves it open, with the number %s, it says so", (unsure, phone, said) => {
    expect(card(ranked({ phone }, { unsure })).state).toBe(said);
  });

  it("tells the same in the card and in the hit: unknown on a holiday is never open", () => {
    const one = card(ranked({}, { unsure: "holiday" }));
    expect([one.hit.openState, one.state.includes("开着")]).toEqual(["unknown", false]);
  });
});
