import { describe, expect, it } from "vitest";
import { cssVariables, sizesOf, zonesOf } from "../../kiosk/web/device/layout.ts";
import { type PanelSize, panelNamed, profileFor } from "../../kiosk/web/device/profile.ts";

const PORTRAIT = { width: 1080, height: 1920 };
const panel = (inches: number, mount: number): PanelSize => ({ inches, ...PORTRAIT, mount });
const profile = (inches: number, mount: number) => profileFor(panel(inches, mount), PORTRAIT);
const rounded = (zones: object) =>
  Object.fromEntries(Object.entries(zones).map(([name, mm]) => [name, Math.round(mm)]));

describe("A device's profile", () => {
  it("has 4.03 pixels to the millimetre on the 21.5 inch panel, named or guessed", () => {
    expect(profileFor(panelNamed("21.5"), PORTRAIT).pixelsPerMm).toBeCloseTo(4.03, 2);
    expect(profileFor(null, PORTRAIT)).toEqual(profileFor(panelNamed("21.5"), PORTRAIT));
  });

  it("guesses a tablet from a small window, whatever nonsense is named", () => {
    const window = { width: 800, height: 1280 };
    expect(profileFor(panelNamed("nonsense"), window)).toMatchObject({ reading: "tablet" });
    expect(profileFor(panelNamed("constructor"), window).widthMm).toBeCloseTo(136, 0);
  });

  it("holds true millimetres when the browser counts fewer pixels than the panel has, and when it is turned", () => {
    expect(profileFor(panel(21.5, 900), { width: 540, height: 960 }).pixelsPerMm).toBeCloseTo(2.02, 2);
    expect(profileFor(panel(21.5, 900), { width: 1920, height: 1080 })).toMatchObject({
      widthMm: expect.closeTo(476, 0),
      heightMm: expect.closeTo(268, 0),
    });
  });
});

describe("Where buttons may lie", () => {
  it("is the lowest 300 mm of a 21.5 inch panel at 900 mm", () => {
    expect(rounded(zonesOf(profile(21.5, 900)))).toEqual({ aboveReach: 176, reach: 300, belowReach: 0 });
  });

  it("is the whole of a tablet at 900 mm", () => {
    expect(rounded(zonesOf({ heightMm: 218, mountMm: 900 }))).toEqual({
      aboveReach: 0,
      reach: 218,
      belowReach: 0,
    });
  });

  it("begins 230 mm above the lower edge of a panel that hangs at 150 mm, so that nobody stoops", () => {
    expect(rounded(zonesOf(profile(32, 150)))).toEqual({ aboveReach: 0, reach: 478, belowReach: 230 });
  });

  it("lies between 380 and 1200 mm for every panel at every height, and the zones fill the panel", () => {
    for (const inches of [10.1, 15.6, 21.5, 27, 32, 55])
      for (let mount = 0; mount <= 1500; mount += 50) {
        const { heightMm } = profile(inches, mount);
        const { aboveReach, reach, belowReach } = zonesOf({ heightMm, mountMm: mount });
        if (reach > 0) {
          expect(mount + heightMm - aboveReach).toBeLessThanOrEqual(1200.001);
          expect(mount + belowReach).toBeGreaterThanOrEqual(379.999);
        }
        if (aboveReach + belowReach < heightMm)
          expect(aboveReach + reach + belowReach).toBeCloseTo(heightMm, 6);
      }
  });
});

describe("Sizes", () => {
  const least = { 10.1: [8, 10.6], 15.6: [12, 16], 21.5: [12, 16], 27: [12, 16], 32: [12, 16] } as const;

  it("are at least 12 mm for text and 18 mm for headings, 16 and 24 mm in 大字, on a tablet 8, 12, 10.7 and 16", () => {
    for (const [inches, [normal, large]] of Object.entries(least)) {
      const device = profileFor(panelNamed(inches), PORTRAIT);
      expect(sizesOf(device, false).text).toBeGreaterThanOrEqual(normal);
      expect(sizesOf(device, false).head).toBeGreaterThanOrEqual(normal * 1.5);
      expect(sizesOf(device, true).text).toBeGreaterThanOrEqual(large);
      expect(sizesOf(device, true).head).toBeGreaterThanOrEqual(Math.floor(large * 1.5));
    }
  });

  it("grow with the panel, so that no line has more than twenty characters", () => {
    for (const inches of Object.keys(least)) {
      const { inner, text } = sizesOf(profileFor(panelNamed(inches), PORTRAIT), false);
      expect(inner / text).toBeLessThanOrEqual(20);
    }
  });

  it("leave room for a shaking finger: 22 mm for what one answers with, 18 mm for the rest", () => {
    const { row, smallRow } = sizesOf(profileFor(panelNamed("10.1"), { width: 800, height: 1280 }), false);
    expect(row).toBeGreaterThanOrEqual(22);
    expect(smallRow).toBeGreaterThanOrEqual(18);
  });

  it("reach the style sheet as pixels under names of its own", () => {
    const variables = cssVariables(profile(21.5, 900), false);
    expect(variables.get("--mm")).toBe("4.034px");
    expect(Number.parseFloat(variables.get("--above-reach") ?? "")).toBeCloseTo(176 * 4.034, -1);
    expect([...variables.keys()]).toContain("--small-row");
  });
});
