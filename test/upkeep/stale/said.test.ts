import { describe, expect, it } from "vitest";
import { findFacilities } from "../../../src/engine/facilities/index.ts";
import { createEngine } from "../../../src/engine/index.ts";
import type { Facts, Topic } from "../../../src/engine/knowledge/types.ts";
import { facilityCard } from "../../../src/engine/speech/facility.ts";
import { render } from "../../../src/engine/speech/index.ts";
import { findStale } from "../../../src/upkeep/stale/find.ts";
import { realBundle } from "../../real-bundle.ts";
import { knowledge, voiceOf } from "../../speech/voice.ts";

const AS_OF = "2026-11-22";
const AT = `${AS_OF}T11:00:00+08:00`;
const zh = voiceOf("zh-Hans");
const stale = findStale(realBundle(), AS_OF, 0);
const ended = stale.rules.filter(({ daysLeft }) => daysLeft < 0);

/** Cases to which nearly every benefit speaks. */
const CASES: readonly Facts[] = [
  { age: 82 },
  { age: 101, "minimum-living": true },
  { age: 70, "severe-disability": true, "care-need": "severe" },
];

/** Each case in each county. */
const PEOPLE: readonly Facts[] = knowledge.bundle.places
  .filter(({ level }) => level === "county")
  .flatMap(({ code }) => CASES.map((facts) => ({ ...facts, hukou: code, residence: code })));

describe("what is on the list of stale things is said as such in the answers by itself", () => {
  it("no provision whose period has ended gives a yes, and each that may hold says when it ended", () => {
    const engine = createEngine(knowledge.bundle);
    const told = PEOPLE.flatMap((facts) => engine.determine(facts, AS_OF, "zh-Hans").entitlements).filter(
      ({ validity }) => validity.state === "ended",
    );
    const names = new Set(ended.map(({ id }) => id));
    expect(new Set(told.map(({ benefit }) => benefit)).size).toBeGreaterThan(5);
    expect(told.filter(({ benefit, provision }) => !names.has(`${benefit}/${provision}`))).toEqual([]);
    expect(told.filter(({ outcome }) => outcome === "yes")).toEqual([]);
    const silent = told.filter(({ outcome, confirm, validity: { to } }) => {
      const [year, month, day] = (to ?? "").split("-").map(Number);
      return (
        outcome === "confirm" && !confirm.some((text) => text.includes(`${year}年${month}月${day}日为止`))
      );
    });
    expect(silent.map(({ benefit, provision }) => `${benefit}/${provision}`)).toEqual([]);
  });

  it("every answer of a topic whose period has ended says so beside it", () => {
    const endedOf = ({ answers }: Topic) =>
      answers.filter(({ period: { to } }) => to !== null && to < AS_OF).length;
    const topics = knowledge.bundle.topics.filter((topic) => endedOf(topic) > 0);
    expect(topics.length).toBeGreaterThan(20);
    const silent = topics.filter((topic) => {
      const draft = { kind: "topic", topic, jurisdictions: null, asOf: AS_OF, office: null } as const;
      return render(zh, [draft], AS_OF).text.split("已到期").length - 1 < endedOf(topic);
    });
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it("every place with old or undated news is to be asked after before going, and its day is told", () => {
    const query = { type: null, place: "350500", near: null, at: AT, openOnly: false, limit: 10_000 };
    const cards = new Map(
      findFacilities(knowledge, query).map((ranked) => [ranked.facility.id, facilityCard(zh, ranked)]),
    );
    const old = stale.facilities.filter(
      ({ status, reasons, id }) =>
        status !== "planned" && !reasons.every((reason) => reason === "checked-long-ago") && cards.has(id),
    );
    expect(old.length).toBeGreaterThan(50);
    const silent = old.filter(({ id, reported }) => {
      const card = cards.get(id);
      if (card?.kind !== "facility") return true;
      const day = card.lines.find(({ label }) => label === "消息日期")?.text ?? "";
      const dated =
        reported === null ? day === "没有写日期" : day.startsWith(`${Number(reported.slice(0, 4))}年`);
      return !dated || !/消息不新|暂停/u.test(card.state);
    });
    expect(silent.map(({ id }) => id)).toEqual([]);
  });
});
