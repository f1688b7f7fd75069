import { describe, expect, it } from "vitest";
import { daysBetween, instantParts, today } from "../../src/engine/facilities/time.ts";

describe("an instant as the clock in Quanzhou shows it", () => {
  it.each([
    ["2026-11-22T10:30:00+08:00", { date: "2026-11-22", minutes: 630, weekday: 7 }],
    ["2026-11-22T02:30:00Z", { date: "2026-11-22", minutes: 630, weekday: 7 }],
    ["2026-11-22T23:30Z", { date: "2026-11-23", minutes: 450, weekday: 1 }],
    ["2026-12-31T18:00:00.500-05:00", { date: "2027-01-01", minutes: 420, weekday: 5 }],
    ["2024-02-28T16:00:00Z", { date: "2024-02-29", minutes: 0, weekday: 4 }],
  ])("%s is %j", (iso, parts) => {
    expect(instantParts(iso)).toEqual(parts);
    expect(today(iso)).toBe(parts.date);
  });

  it.each([
    "",
    "now",
    "2026-11-22",
    "2026-11-22T10:30:00",
    "2026-13-01T00:00:00Z",
    "1e3",
  ])("refuses %j", (text) => {
    expect(() => instantParts(text)).toThrow(`"${text}" is no ISO 8601 instant with zone`);
  });
});

it("days between two days count whole days", () => {
  expect(daysBetween("2025-11-22", "2026-11-22")).toBe(365);
  expect(daysBetween("2026-11-22", "2026-11-21")).toBe(-1);
});
