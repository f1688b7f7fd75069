import { describe, expect, it } from "vitest";
import type { Response } from "../../kiosk/web/background/messages.ts";
import type { Port } from "../../kiosk/web/background/worker-calls.ts";
import { inOrder } from "../../kiosk/web/blocks/ask/county-order.ts";
import { digitsAfter } from "../../kiosk/web/blocks/ask/digits.ts";
import { dayInChina, instantInChina } from "../../kiosk/web/device/clock.ts";
import { createTapGuard } from "../../kiosk/web/device/guard.ts";
import { paragraphs } from "../../kiosk/web/parts/paragraphs.ts";
import { textCost } from "../../kiosk/web/reply/budget.ts";
import { listsBenefits } from "../../kiosk/web/reply/listing.ts";
import { paginate, textOf } from "../../kiosk/web/reply/paginate.ts";
import type { Piece, Section } from "../../kiosk/web/reply/section.ts";
import { turningAt } from "../../kiosk/web/reply/turning.ts";
import { createEngineClient } from "../../kiosk/web/session/engine-client.ts";
import {
  type Action,
  FRESH,
  present,
  type Session,
  step,
  untouched,
} from "../../kiosk/web/session/session.ts";
import type { Block, Intent } from "../../src/engine/index.ts";

const through = (...actions: readonly Action[]): Session => actions.reduce(step, FRESH);

describe("The kiosk's own state", () => {
  it("goes back the way it came and is untouched at home", () => {
    const menu: Action = { do: "open", view: { kind: "menu", menu: "care", page: 0 } };
    const person: Action = { do: "open", view: { kind: "person" } };
    expect(present(through(menu, person, { do: "back" })).kind).toBe("menu");
    expect(untouched(through(menu, person, { do: "back" }, { do: "back" }))).toBe(true);
    expect(untouched(through({ do: "back" }))).toBe(true);
  });

  it("keeps language and type size when starting over, and forgets them when wiped", () => {
    const settings: readonly Action[] = [{ do: "language", language: "en" }, { do: "large" }];
    expect(through(...settings, { do: "home" })).toMatchObject({ language: "en", large: true });
    expect(through(...settings, { do: "wipe" })).toEqual(FRESH);
  });

  it("drops what comes too late: a failure nobody waits for changes nothing", () => {
    expect(through({ do: "fail" })).toEqual(FRESH);
  });

  it("keeps the trail short however long somebody wanders", () => {
    const wander = Array.from({ length: 500 }, (): Action => ({ do: "open", view: { kind: "person" } }));
    expect(through(...wander).trail.length).toBeLessThan(50);
  });
});

describe("Pages", () => {
  const piece = (key: string, targets = 0): Piece => ({
    key,
    node: null,
    private: false,
    targets,
  });
  const section = (key: string, pieces: readonly Piece[], more: Partial<Section> = {}): Section => ({
    key,
    layout: "flow",
    group: "main",
    heading: piece(`${key}-heading`),
    pieces,
    always: [],
    ...more,
  });
  const limits = { height: 100, reach: 60, gap: 0, targets: 6, text: 80 };
  const keys = (sections: readonly Section[], heights: (key: string) => number) =>
    paginate(sections, heights, limits).map((page) => page.pieces.map(({ key }) => key));

  it("are filled in order, and a piece too tall for any page stands alone", () => {
    const pieces = ["a", "b", "tall", "c"].map((key) => piece(key));
    const heights = (key: string) => (key === "tall" ? 500 : 40);
    expect(keys([section("one", pieces)], heights)).toEqual([["a"], ["b"], ["tall"], ["c"]]);
  });

  it("hold buttons only within reach, and answers of every page on every page", () => {
    const buttons = ["a", "b", "c"].map((key) => piece(key, 1));
    const always = [piece("unsure", 1)];
    expect(keys([section("ask", buttons, { always })], () => 20)).toEqual([["a", "b"], ["c"]]);
  });

  it("hold at most six buttons", () => {
    const buttons = Array.from({ length: 8 }, (_, index) => piece(String(index), 1));
    expect(keys([section("ask", buttons)], () => 1).map((page) => page.length)).toEqual([6, 2]);
  });

  it("count a row by its buttons, and with them those that stand on every page", () => {
    const rows = Array.from({ length: 7 }, (_, index) => piece(String(index), 2));
    const places = section("ask", rows, { always: [piece("unsure", 2)] });
    expect(keys([places], () => 1).map((page) => page.length)).toEqual([2, 2, 2, 1]);
    expect(keys([section("ask", rows)], () => 1).map((page) => page.length)).toEqual([3, 3, 1]);
  });

  it("shorten a heading that leaves no room for the first piece", () => {
    const [page] = paginate(
      [section("ask", [piece("pad", 1)], { shortHeadings: [piece("short")] })],
      (key) => (key === "short" ? 20 : 60),
      limits,
    );
    expect(page?.heading.key).toBe("short");
  });

  it("have the short heading over many buttons when that saves a page", () => {
    const buttons = ["a", "b", "c"].map((key) => piece(key, 1));
    const heights = (key: string) => (key === "one-heading" ? 60 : 20);
    const headingOf = (more: Partial<Section>) =>
      paginate([section("one", buttons, { shortHeadings: [piece("short")], ...more })], heights, limits)[0]
        ?.heading.key;
    expect(headingOf({ shortensForRoom: true })).toBe("short");
    expect(headingOf({})).toBe("one-heading");
  });

  it("hold at most eighty characters of text, buttons not counted", () => {
    const said = (key: string, characters: number, targets = 0): Piece => ({
      ...piece(key, targets),
      text: "字".repeat(characters),
    });
    const pieces = [said("a", 50), said("b", 30), said("c", 1), said("button", 70, 1)];
    expect(keys([section("one", pieces)], () => 1)).toEqual([
      ["a", "b"],
      ["c", "button"],
    ]);
  });

  it("count what one reads, and a word in other letters as one", () => {
    expect(textOf({ ...piece("source"), text: "《办法》" })).toBe("《办法》");
    expect(textOf(piece("button", 1))).toBe("");
    expect(textCost("每月50元 per month, 不低于")).toBe(3 + 1 + 2 + 3);
  });

  it("show the shorter form of a piece that fits on none", () => {
    const tall = { ...piece("tall", 1), shorter: piece("short", 1) };
    expect(keys([section("one", [tall])], (key) => (key === "tall" ? 70 : 10))).toEqual([["short"]]);
  });

  it("keep the heading only for screen readers where it leaves no room for what is next", () => {
    const heights = (key: string) => (key === "one-heading" ? 60 : key === "b" ? 70 : 20);
    const pages = paginate([section("one", [piece("a"), piece("b")])], heights, limits);
    expect(pages.map(({ headingUnseen }) => headingUnseen)).toEqual([false, true]);
  });

  it("have the drawing above the first pieces where two fit beside it, else alone on the last page", () => {
    const picture = { above: piece("above"), alone: piece("alone") };
    const cards = ["a", "b", "c"].map((key) => piece(key, 1));
    const drawn = (height: number) =>
      keys([section("list", cards, { picture })], (key) => (key === "above" ? height : 20));
    expect(drawn(40)).toEqual([["above", "a", "b"], ["c"]]);
    expect(drawn(60)).toEqual([["a", "b", "c"], ["alone"]]);
  });

  it("are turned within an answer, and from one card on to the next", () => {
    const cards = ["x", "y"].map((key) => section(key, [piece(`${key}1`)], { group: "card" }));
    const pages = paginate([section("list", [piece("l")]), ...cards], () => 10, limits);
    expect(turningAt(pages, 0)).toBeNull();
    expect(turningAt(pages, 1)).toMatchObject({ previous: null, next: 2, nextIsItem: true, pages: 1 });
  });
});

describe("Counties", () => {
  const county = (code: string) => ({
    code,
    parent: "350500",
    name: { "zh-Hans": code, "zh-Hant": code, en: code },
  });
  const some = ["350502", "999999", "350581", "350582", "350524"].map(county);
  const codes = (here: string | null) => inOrder(some, here).map(({ code }) => code);

  it("come in the order of how many people live there, one that is not known last", () => {
    expect(codes(null)).toEqual(["350582", "350524", "350581", "350502", "999999"]);
  });

  it("begin with the one the kiosk stands in", () => {
    expect(codes("350581100")).toEqual(["350581", "350582", "350524", "350502", "999999"]);
  });
});

describe("A list of benefits", () => {
  const card = (benefit: string) => ({ kind: "benefit", benefit }) as Block;
  const lists = (intent: Intent, ...benefits: readonly string[]) =>
    listsBenefits({ blocks: benefits.map(card), text: "" }, { intent });

  it("is what was asked for as one, even when one card is left, and any two benefits", () => {
    expect(lists("entitlements", "a")).toBe(true);
    expect(lists("benefit_info", "a")).toBe(false);
    expect(lists("apply_howto", "a", "a")).toBe(false);
    expect(lists("benefit_info", "a", "b")).toBe(true);
  });
});

describe("Small parts", () => {
  it("the number pad takes no more digits than the largest age has", () => {
    expect(["8", "2"].reduce((digits, key) => digitsAfter(digits, key, 130), "")).toBe("82");
    expect(digitsAfter("130", "5", 130)).toBe("130");
    expect(digitsAfter("0", "7", 130)).toBe("7");
    expect(digitsAfter("82", "erase", 130)).toBe("8");
  });

  it("a tap counts once, not on a screen just shown, and 88 is two taps", () => {
    let time = 0;
    const guard = createTapGuard(() => time);
    guard.screenChanged();
    time = 299;
    expect(guard.accepts("card", 1000)).toBe(false);
    time = 301;
    expect([guard.accepts("card", 1000), guard.accepts("card", 1000)]).toEqual([true, false]);
    time = 500;
    expect(guard.accepts("8", 150)).toBe(true);
    time = 660;
    expect(guard.accepts("8", 150)).toBe(true);
  });

  it("the day is China's", () => {
    expect(dayInChina(new Date("2026-11-21T16:30:00Z"))).toBe("2026-11-22");
    expect(instantInChina(new Date("2026-11-22T02:00:00Z"))).toBe("2026-11-22T10:00:00+08:00");
  });

  it("a long text is cut at its sentences and nothing is lost", () => {
    const text = `${"一二三四五六七八九十，".repeat(20)}完。${"短句。".repeat(30)}`;
    const parts = paragraphs(text);
    expect(parts.join("")).toBe(text);
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(50);
  });

  it("when the engine's worker dies, waiting calls fail and the next call starts a new one", async () => {
    const started: Port<Response>[] = [];
    const client = createEngineClient(() => {
      const port = dyingPort();
      started.push(port);
      return port;
    });
    await expect(client.open()).rejects.toThrow("stopped");
    await expect(client.open()).rejects.toThrow("stopped");
    expect(started.length).toBe(2);
  });
});

/** A worker that dies of every message. */
function dyingPort(): Port<Response> {
  const deaths: (() => void)[] = [];
  const listen = (type: string, listener: () => void): void => {
    if (type === "error") deaths.push(listener);
  };
  return {
    postMessage: () =>
      queueMicrotask(() => {
        for (const die of deaths) die();
      }),
    addEventListener: listen as Port<Response>["addEventListener"],
    terminate: () => {},
  };
}
