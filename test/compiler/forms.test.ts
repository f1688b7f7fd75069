import { describe, expect, test } from "vitest";
import { SESSIONS } from "../../src/compiler/kinds/sessions.ts";
import { DAY, PHONE, PLACE_CODE, WEB_ADDRESS } from "../../src/compiler/reading/forms.ts";
import { closest } from "../../src/compiler/reading/suggest.ts";

describe("opening sessions", () => {
  test.each([
    ["1-5 10:30-12:30", [{ days: [1, 2, 3, 4, 5], opens: 630, closes: 750 }]],
    ["6,7 09:00-12:00", [{ days: [6, 7], opens: 540, closes: 720 }]],
    ["1-7 00:00-24:00", [{ days: [1, 2, 3, 4, 5, 6, 7], opens: 0, closes: 1440 }]],
    [
      "1-2,4 08:00-11:00; 7 14:00-17:00",
      [
        { days: [1, 2, 4], opens: 480, closes: 660 },
        { days: [7], opens: 840, closes: 1020 },
      ],
    ],
  ])("of %s are read in days and minutes", (text, sessions) => {
    expect(SESSIONS.parse(text)).toEqual({ value: sessions });
  });

  test.each([
    "8 10:00-11:00",
    "5-1 10:00-11:00",
    "1-5 10:00",
    "1-5 10:60-11:00",
    "1-5 24:30-25:00",
    "周一 10:00-11:00",
  ])("of %s are refused", (text) => {
    expect(SESSIONS.parse(text)).toHaveProperty("wrong");
  });
});

describe("a day", () => {
  test.each(["2024-02-29", "1998-12-31"])("%s is one", (day) => {
    expect(DAY.parse(day)).toEqual({ value: day });
  });

  test.each([
    ["2022/3/9", "2022-03-09"],
    ["２０２２-０３-０９", "2022-03-09"],
    ["2022年3月9日", "2022-03-09"],
    ["2022.03.09", "2022-03-09"],
  ])("%s is refused, and %s offered", (text, meant) => {
    expect(DAY.parse(text)).toMatchObject({ write: meant });
  });

  test.each(["2023-02-29", "2022-13-01", "0022-03-09", "soon", "", 2022, null, true])("%s is none", (raw) => {
    expect(DAY.parse(raw)).toHaveProperty("wrong");
  });
});

describe("other forms", () => {
  test.each([
    "12345",
    "0595-12345678",
    "+86 595 12345678",
    "0595-12345678、13800000000",
    "0595-12345678转8",
  ])("%s is a phone number", (text) => {
    expect(PHONE.parse(text)).toEqual({ value: text });
  });

  test.each(["０５９５-12345678", "call Li", "1", "0595-12345678,"])("%s is no phone number", (text) => {
    expect(PHONE.parse(text)).toHaveProperty("wrong");
  });

  test.each(["350582", "350582101", "350582101001", "TIA-QZ"])("%s is a place code", (text) => {
    expect(PLACE_CODE.parse(text)).toEqual({ value: text });
  });

  test.each(["35058", "3505821", "晋江", "tia-qz"])("%s is no place code", (text) => {
    expect(PLACE_CODE.parse(text)).toHaveProperty("wrong");
  });

  test.each([
    "javascript:alert(1)",
    "ftp://a.cn/b",
    "//a.cn",
    "http://",
    "https://a b.cn",
  ])("%s is no address to show", (text) => {
    expect(WEB_ADDRESS.parse(text)).toHaveProperty("wrong");
  });
});

describe("did you mean", () => {
  test.each([
    ["chekced", "checked"],
    ["csah", "cash"],
    ["juristiction", "jurisdiction"],
  ])("%s: %s", (word, meant) => {
    expect(closest(word, ["kind", "cash", "checked", "jurisdiction"])).toBe(meant);
  });

  test("nothing, when no word is near", () => {
    expect(closest("colour", ["kind", "cash", "checked"])).toBeNull();
  });
});
