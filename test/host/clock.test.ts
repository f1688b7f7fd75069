import { expect, it } from "vitest";
import { dayOf, instantOf } from "../../src/host/clock.ts";

it("tells instants in the time of Quanzhou", () => {
  expect(instantOf(new Date("2026-11-22T02:30:00.500Z"))).toBe("2026-11-22T10:30:00+08:00");
});

it("begins a new day when it begins in Quanzhou, not in Greenwich", () => {
  expect(dayOf(new Date("2026-11-22T15:59:59Z"))).toBe("2026-11-22");
  expect(dayOf(new Date("2026-11-22T16:00:00Z"))).toBe("2026-11-23");
});
