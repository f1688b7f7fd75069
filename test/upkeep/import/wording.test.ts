import { describe, expect, test } from "vitest";
import { EXCEPTIONS } from "../../../src/compiler/kinds/exceptions.ts";
import { SESSIONS } from "../../../src/compiler/kinds/sessions.ts";
import { readHours } from "../../../src/upkeep/import/wording/hours.ts";
import { readPhones } from "../../../src/upkeep/import/wording/phones.ts";
import { readStatus } from "../../../src/upkeep/import/wording/status.ts";
import { countIn, priceText, serviceText, unfit } from "../../../src/upkeep/import/wording/texts.ts";

const CONTEXT = { reported: "2026-11-01", daily: false };

describe("opening hours in words", () => {
  test.each([
    ["周一至周五 10:30—12:30", "1-5 10:30-12:30", ""],
    ["每天11:00-12:30、16:30-18:00", "1-7 11:00-12:30; 1-7 16:30-18:00", ""],
    ["周一到周六上午8点至11点半，下午2：30—5：00", "1-6 08:00-11:30; 1-6 14:30-17:00", ""],
    ["工作日8:00-17:30，周末9:00-16:00", "1-5 08:00-17:30; 6,7 09:00-16:00", ""],
    ["工作日８：３０－１１：３０", "1-5 08:30-11:30", "holidays closed"],
    [
      "每天早餐6:30-8:00 午餐11:00-12:30 晚餐4:30-6:00",
      "1-7 06:30-08:00; 1-7 11:00-12:30; 1-7 16:30-18:00",
      "",
    ],
    ["全天24小时", "1-7 00:00-24:00", ""],
    ["周一至周五11:00-12:30（法定节假日休息）", "1-5 11:00-12:30", "holidays closed"],
    ["每天11:00-12:30，节假日照常", "1-7 11:00-12:30", "holidays as-usual"],
    ["每天11:00-12:30，国庆10月1日至7日停业", "1-7 11:00-12:30", "2026-10-01..2026-10-07 closed"],
    ["每天11:00-12:30，12月30日至1月2日停业", "1-7 11:00-12:30", "2026-12-30..2027-01-02 closed"],
    ["每天11:00-12:30，12月24日10:30-12:00", "1-7 11:00-12:30", "2026-12-24 10:30-12:00"],
    ["10:30-12:30（周一至周五）", "1-5 10:30-12:30", ""],
    ["周一、三、五 9:00-11:00", "1,3,5 09:00-11:00", ""],
    ["周一至周五、周日 10:30-12:30", "1-5,7 10:30-12:30", ""],
    ["周六日9:00-11:00", "6,7 09:00-11:00", ""],
    ["周一至周五每天上午8:00-11:30;下午14:30-17:30", "1-5 08:00-11:30; 1-5 14:30-17:30", ""],
    ["每周一至周六10:30-12:30，周日休息", "1-6 10:30-12:30", ""],
    ["11:00-12:30，周日休息", "1-6 11:00-12:30", ""],
    ["全年无休 上午八点到十一点半", "1-7 08:00-11:30", "holidays as-usual"],
    ["每天中午11:30-1:00", "1-7 11:30-13:00", ""],
    ["每天上午8点-下午5点", "1-7 08:00-17:00", ""],
    ["供餐時間：週一至週五 午餐11：00～12：30", "1-5 11:00-12:30", ""],
    ["周一至周五10:30-12:30，周六10:30-12:00", "1-5 10:30-12:30; 6 10:30-12:00", ""],
  ])("%s", (text, sessions, exceptions) => {
    expect(readHours(text, CONTEXT)).toEqual({ sessions, exceptions });
    expect(SESSIONS.parse(sessions)).toHaveProperty("value");
    if (exceptions !== "") expect(EXCEPTIONS.parse(exceptions)).toHaveProperty("value");
  });

  test.each([
    ["早餐6:30-8:00 午餐11:00-12:30", "it does not say on which days"],
    ["每天11:00左右", "“左右” is not understood"],
    ["每天8:00-5:00", "the times cannot be told for certain"],
    ["每天11:00-12:30、4:30-6:30", "the times cannot be told for certain"],
    ["每天6:00-7:00", "morning or evening is not certain"],
    ["夏季每天8:00-11:00", "“夏季每天8:00” is not understood"],
    ["每天11:00-12:30，春节期间休息", "the days of a festival are not said"],
    ["每天11:00-12:30，2月30日停业", "it names a day that no calendar has"],
    ["周末、节假日9:00-11:00", "what holds on public holidays is not clear"],
    ["周六至周一 9:00-10:00", "the days cannot be told for certain"],
    ["每月初一、十五11:00-12:30", "is not understood"],
    ["周一至周五11:00-12:30，周三休息", "the same day is said to be open and closed"],
    ["每天11:00-12:30，12:00-13:00", "overlap"],
    ["每天25:00-26:00", "the times cannot be told for certain"],
    ["周一至周五", "some days have no times"],
  ])("%s stays a text", (text, why) => {
    expect(readHours(text, CONTEXT)).toEqual({ unread: expect.stringContaining(why) });
  });

  test("times without days hold every day only when somebody says so of the whole list", () => {
    expect(readHours("11:00-12:30", { ...CONTEXT, daily: true })).toEqual({
      sessions: "1-7 11:00-12:30",
      exceptions: "",
    });
  });
});

describe("phone numbers", () => {
  test.each([
    ["0595-8568 1234、138 1234 5678", "0595-85681234 13812345678"],
    ["0595-85681234/13812345678", "0595-85681234 13812345678"],
    ["0595-85681234 13812345678", "0595-85681234 13812345678"],
    ["８５６８１２３４", "0595-85681234"],
    ["059585681234", "0595-85681234"],
    ["59585681234", "0595-85681234"],
    ["(0595)85681234", "0595-85681234"],
    ["+86 595 8568 1234", "0595-85681234"],
    ["+86-13812345678", "13812345678"],
    ["0591-87654321", "0591-87654321"],
    ["400-123-4567", "400-123-4567"],
    ["12349", "12349"],
    ["0595-85681234转801", "0595-85681234转801"],
    ["座机：85681234；手机：13812345678（王主任）", "0595-85681234 13812345678"],
    ["13812345678，13812345678", "13812345678"],
  ])("%s", (cell, numbers) => {
    const phones = readPhones(cell);
    expect("numbers" in phones ? phones.numbers.map(({ number }) => number).join(" ") : phones).toBe(numbers);
  });

  test.each([
    "8568123",
    "1381234567",
    "1.38E+10",
    "0595-85681234-801",
    "村里",
    "0595-85681234、123",
  ])("%s is refused whole", (cell) => {
    expect(readPhones(cell)).toEqual({ wrong: expect.stringContaining("is no phone number") });
  });
});

test.each([
  ["正常运营", "open"],
  ["试运营", "open"],
  ["在建", "planned"],
  ["未运营", "planned"],
  ["暂停", "suspended"],
  ["停业整顿", "suspended"],
  ["已关停", "closed"],
  ["目前正常营业", "open"],
  ["运营（2025年3月起）", "open"],
  ["拆迁中", null],
  ["不正常运营", null],
])("the status %s is %s", (word, status) => {
  expect(readStatus(word)).toBe(status);
});

describe("other cells", () => {
  test("prices get the unit of their heading, or yuan", () => {
    expect(priceText("8", "收费标准（元/餐）")).toBe("8元/餐");
    expect(priceText("8", "餐标")).toBe("8元");
    expect(priceText("两荤一素10元", "餐标")).toBe("两荤一素10元");
  });

  test("services are separated in one way", () => {
    expect(serviceText("1.堂食，2.送餐上门；助浴/堂食")).toBe("堂食、送餐上门、助浴");
  });

  test("only a single number counts beds", () => {
    expect([countIn("30"), countIn("30张"), countIn("20+10"), countIn("约三十")]).toEqual([
      30,
      30,
      null,
      null,
    ]);
  });

  test.each([
    ["=HYPERLINK(1)", "formula"],
    ["@SUM(A1)", "formula"],
    ["找王五350582194001011234", "identity number"],
    ["请打138 1234 5678", "mobile number"],
  ])("%s is not shown to people", (text, why) => {
    expect(unfit(text)).toContain(why);
  });
});
