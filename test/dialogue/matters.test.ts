import { describe, expect, it } from "vitest";
import { cardsOf, choiceIds, end, engine, keysOf, placesOf, talk, tap, turn } from "./talk.ts";

const ENTITLEMENTS = "我妈82岁，户口在晋江，有什么补贴";

describe("turning to another matter and back", () => {
  it("a canteen in between does not lose what is known, and tells nothing new of the person", () => {
    const [, canteen, allowance, list] = talk([
      ENTITLEMENTS,
      "安海附近哪里有食堂",
      "那高龄津贴呢",
      tap("intent:entitlements"),
    ]);
    expect(canteen?.understanding.intent).toBe("facility_nearest");
    expect(canteen?.facts).toEqual({ age: 82, hukou: "350582" });
    expect(allowance?.understanding.intent).toBe("benefit_info");
    expect(allowance?.state.benefit).toBe("old-age-allowance");
    expect(list?.facts).toEqual({ age: 82, hukou: "350582" });
    expect(list?.asks).toBe("residence");
  });

  it("“继续” stays with the matter of now", () => {
    const resumed = end([ENTITLEMENTS, "晋江哪里有食堂", "谢谢", "继续"]);
    expect(resumed.understanding.intent).toBe("facility_nearest");
    expect(placesOf(resumed)).toEqual(placesOf(end([ENTITLEMENTS, "晋江哪里有食堂"])));
  });

  it("how to apply means the benefit of before, and another named one replaces it", () => {
    const [, how, other] = talk(["高龄津贴有多少", "怎么办理", "长护险呢"]);
    expect(how?.understanding.intent).toBe("apply_howto");
    expect(how?.state.benefit).toBe("old-age-allowance");
    expect(other?.state.benefit).toBe("long-term-care-insurance");
  });

  it("small talk leaves the matter as it was, and the open question comes again", () => {
    const asked = end([ENTITLEMENTS]);
    const thanked = end([ENTITLEMENTS, "谢谢"]);
    expect(thanked.state.intent).toBe("entitlements");
    expect(asked.state.asked).not.toBeNull();
    expect(thanked.state.asked).toBe(asked.state.asked);
    expect(thanked.state.questionsAsked).toBe(asked.state.questionsAsked);
  });

  it("small talk with no question open offers to go on", () => {
    expect(choiceIds(end(["石狮有没有养老院", "谢谢"]))).toContain("more");
    expect(choiceIds(end(["谢谢"]))).not.toContain("more");
  });

  it("an idle word in the middle is not greeted as a newcomer", () => {
    expect(keysOf(end([ENTITLEMENTS, "OK"]))).not.toContain("smalltalk.greeting");
  });

  it("what was not understood starts no new matter", () => {
    const unclear = end([ENTITLEMENTS, tap("nonsense")]);
    expect(unclear.state.intent).toBe("entitlements");
    expect(unclear.asks).toBe("residence");
  });
});

describe("where to look", () => {
  it("a shared position finds places by their distance", () => {
    const near = end([{ locate: [24.7196, 118.4716] }]);
    expect(near.understanding.intent).toBe("facility_nearest");
    expect(near.facilities?.length).toBeGreaterThan(0);
    const [first] = near.facilities ?? [];
    expect(first?.distance).toBeLessThan(10_000);
    expect(keysOf(near)[0]).toMatch(/-here$/);
  });

  it("a shared position keeps the kind of place asked for, and a named place replaces it", () => {
    const [, near, named] = talk(["哪里有养老院", { locate: [24.7196, 118.4716] }, "在石狮的"]);
    expect(near?.state.facilityType).toBe("care-home");
    expect(named?.state.location).toBeNull();
    expect(named?.state.county).toBe("350581");
    expect(named?.state.facilityType).toBe("care-home");
  });

  it("the kiosk's site is “here”", () => {
    const site = engine.bundle.sites[0];
    if (!site) throw new Error("the knowledge has a site");
    const here = end(["附近有没有长者食堂"], { site: site.id });
    expect(placesOf(here).length).toBeGreaterThan(0);
    expect(here.facilities?.[0]?.distance).not.toBeNull();
    expect(here.facts).toEqual({});
    expect(placesOf(end(["安溪哪里有长者食堂"], { site: site.id }))).toEqual(
      placesOf(end(["安溪哪里有长者食堂"])),
    );
  });

  it("an unknown site is no site", () => {
    expect(end(["附近有没有长者食堂"], { site: "constructor" }).reply.text).toMatch(/^您要找哪里的/);
  });

  it("a chosen county answers the question where", () => {
    const [asked, found] = talk(["哪里有长者食堂", tap("place:350524")]);
    expect(choiceIds(asked ?? end(["你好"]))).toContain("place:350524");
    expect(found?.state.county).toBe("350524");
    expect(found?.facts).toEqual({});
    expect(placesOf(found ?? end(["你好"])).length).toBeGreaterThan(0);
  });

  it("a name of two places is asked back and not guessed", () => {
    const asked = end(["官桥镇有没有养老院"]);
    expect(choiceIds(asked)).toEqual(["place:350524103", "place:350583118"]);
    expect(asked.facilities).toBeNull();
    expect(turn(asked.state, "2").state.town).toBe("350583118");
    expect(turn(asked.state, "安溪县官桥镇").state.town).toBe("350524103");
  });

  it("a hukou in one of two places is asked back as a hukou", () => {
    const asked = end(["我妈82岁，户口在官桥镇，有什么补贴"]);
    expect(choiceIds(asked)).toEqual(["fact:hukou=350524103", "fact:hukou=350583118"]);
    expect(asked.facts).toEqual({ age: 82 });
    expect(turn(asked.state, "1").facts).toEqual({ age: 82, hukou: "350524103" });
  });

  it("a planned place is never shown as one to go to", () => {
    const planned = engine.bundle.facilities.filter(({ status }) => status === "planned");
    const counties = engine.bundle.places.filter(({ level }) => level === "county");
    const types = [...new Set(planned.map(({ type }) => type))];
    const replies = types.flatMap((type) =>
      counties.map(({ code }) => end([tap(`intent:facility_nearest:${type}`), tap(`place:${code}`)])),
    );
    // Where there are none but planned ones, that is what is said first.
    const saysSo = (taken: (typeof replies)[number]) =>
      keysOf(taken).some((key) => key.startsWith("facility.only-planned"));
    const shown = replies.filter((taken) => !saysSo(taken)).flatMap(placesOf);
    expect(planned.length).toBeGreaterThan(0);
    expect(shown.length).toBeGreaterThan(0);
    expect(planned.filter(({ id }) => shown.includes(id))).toEqual([]);
  });
});

describe("the office to go to", () => {
  const engineOffices = (facts: Record<string, string | number>) =>
    engine.determine(facts, "2026-11-22", "zh-Hans").entitlements;

  it("is of the hukou for money and of the residence for services, where the rule is of both", () => {
    const facts = { age: 85, hukou: "350524", residence: "350582" };
    const wanted = engine.bundle.benefits.filter(({ apply }) => apply.office === "county-civil-affairs");
    const decided = wanted.flatMap(({ id, kind }) =>
      engineOffices(facts)
        .filter(({ benefit }) => benefit === id)
        .map((one) => ({ ...one, kind })),
    );
    expect(decided.length).toBeGreaterThan(0);
    for (const { benefit, kind, jurisdiction, apply } of decided) {
      const county = jurisdiction === "350524" || jurisdiction === "350582" ? jurisdiction : null;
      const home = county ?? (kind === "cash" ? "350524" : "350582");
      const office = engine.bundle.offices.find(
        ({ role, place }) => role === "county-civil-affairs" && place === home,
      );
      expect([benefit, apply.officeName]).toEqual([benefit, office?.name["zh-Hans"]]);
    }
  });

  it("does not follow a canteen looked for in another county", () => {
    const before = end([ENTITLEMENTS, tap("howto:old-age-allowance")]);
    const after = end([ENTITLEMENTS, "石狮哪里有长者食堂", tap("howto:old-age-allowance")]);
    expect(after.reply).toEqual(before.reply);
    expect(after.understanding.slots.county).toBe("350582");
  });
});

describe("several people", () => {
  it("keep their own facts", () => {
    const [, mother, father] = talk(["我想问我爸爸，他70岁，户口永春", "我妈妈68岁，户口在德化", "那我爸呢"]);
    expect(mother?.facts).toEqual({ age: 68, hukou: "350526" });
    expect(father?.facts).toEqual({ age: 70, hukou: "350525" });
  });

  it("are asked and declined each for themselves", () => {
    const mother = end([ENTITLEMENTS, "不清楚"]);
    expect(mother.state.declined).toEqual({ mother: ["residence"] });
    const father = turn(mother.state, "我爸85岁，户口在安溪，有什么补贴");
    expect(father.asks).toBe("residence");
    expect(father.state.questionsAsked).toBe(1);
    expect(turn(father.state, "那我妈呢").asks).not.toBe("residence");
  });

  it("said of nobody first belong to the one then named", () => {
    expect(end([tap("fact:age=82"), "我妈户口在晋江，有什么补贴"]).facts).toEqual({
      age: 82,
      hukou: "350582",
    });
  });

  it("are not more than a family: the first is forgotten for the seventh", () => {
    const kin = ["mother", "father", "spouse", "aunt", "uncle", "sister", "brother"];
    const moves = kin.flatMap((ref) => [tap(`about:${ref}`), tap("fact:age=82")]);
    expect(Object.keys(end(moves).state.people)).toEqual(kin.slice(1));
  });
});

describe("what is only supposed", () => {
  it("is answered as if it were so, and then forgotten", () => {
    const [, supposed, after] = talk([ENTITLEMENTS, "如果她是低保呢", "那高龄津贴呢"]);
    expect(supposed?.facts).toEqual({ age: 82, hukou: "350582", "minimum-living": true });
    expect(after?.facts).toEqual({ age: 82, hukou: "350582" });
  });

  it("holds through the questions that follow, whose answers are kept", () => {
    const [, , answered, after] = talk([
      ENTITLEMENTS,
      "如果她是低保呢",
      tap("fact:residence=350582"),
      "那高龄津贴呢",
    ]);
    expect(answered?.facts).toEqual({
      age: 82,
      hukou: "350582",
      residence: "350582",
      "minimum-living": true,
    });
    expect(after?.facts).toEqual({ age: 82, hukou: "350582", residence: "350582" });
  });

  it("one thing at a time", () => {
    const other = end([ENTITLEMENTS, "如果她是低保呢", "如果90岁呢"]);
    expect(other.facts).toEqual({ age: 90, hukou: "350582" });
    expect(other.state.actual).toEqual({ mother: { age: 82, hukou: "350582" } });
  });

  it("at the very start is simply told", () => {
    const told = end(["如果我妈82岁，户口晋江，吃低保，能领什么", "那高龄津贴呢"]);
    expect(told.facts).toMatchObject({ age: 82, hukou: "350582", "minimum-living": true });
  });
});

describe("why not", () => {
  it("names each refused benefit with the failed fact and its clause, then asks on", () => {
    const refused = end(["我爸62岁，户口在晋江，有什么补贴", tap("why-not")]);
    const [why] = refused.reply.blocks;
    if (why?.kind !== "why") throw new Error("a list of reasons");
    expect(why.reasons.some((reason) => reason.startsWith("高龄津贴：今年62岁，不满80岁"))).toBe(true);
    expect(why.sources.length).toBeGreaterThan(0);
    for (const reason of why.reasons) expect(reason).toContain("《");
    expect(refused.asks).toBe("residence");
    expect(refused.reply.blocks.at(-1)).toMatchObject({ kind: "ask", fact: "residence" });
  });

  it("says so when nothing is refused", () => {
    expect(keysOf(end([tap("why-not")]))).toEqual(["entitlements.none-refused"]);
  });

  it("shows no benefit twice, and none that is on a card", () => {
    const list = end(["我爸62岁，户口在晋江，有什么补贴"]);
    const open = (list.entitlements ?? []).filter(({ outcome }) => outcome !== "no");
    expect(cardsOf(list).every((benefit) => open.some((one) => one.benefit === benefit))).toBe(true);
  });
});
