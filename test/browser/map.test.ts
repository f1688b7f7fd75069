import { describe, expect, it } from "vitest";
import { directionOf, offset } from "../../kiosk/web/blocks/facility/bearings.ts";
import { drawMap, type Place } from "../../kiosk/web/blocks/facility/map.ts";

const HERE = { latitude: 24.72, longitude: 118.47 };
const FRAME = { ratio: 0.4, mark: 0.105 };
const place = (number: number, north: number, east: number, distance = Math.hypot(north, east)): Place => ({
  number,
  latitude: HERE.latitude + north / 111_320,
  longitude: HERE.longitude + east / (111_320 * Math.cos((HERE.latitude * Math.PI) / 180)),
  distance,
  coarse: true,
});

describe("The drawing of where places lie", () => {
  it("has north up and east on the right", () => {
    const { marks } = drawMap(HERE, [place(1, 2000, 0), place(2, 0, 2000)], FRAME);
    const [north, east] = marks;
    expect(north?.direction).toBe("n");
    expect(north?.y).toBeLessThan(0.5);
    expect(north?.pointX).toBeCloseTo(0.5, 6);
    expect(east?.direction).toBe("e");
    expect(east?.x).toBeGreaterThan(0.5);
    expect(east?.pointY).toBeCloseTo(0.5, 6);
  });

  it("has one scale in all directions, that of its ring", () => {
    const { marks, ring } = drawMap(HERE, [place(1, 3000, 0), place(2, 0, 3000)], FRAME);
    const up = (0.5 - (marks[0]?.pointY ?? 0)) * FRAME.ratio;
    const right = (marks[1]?.pointX ?? 0) - 0.5;
    expect(up).toBeCloseTo(right, 6);
    expect((ring?.across ?? 0) / (ring?.metres ?? 1)).toBeCloseTo(right / 3000, 8);
  });

  it("keeps every mark inside and clear of the others and of here, however close the places are", () => {
    const crowd = [1, 2, 3, 4, 5].map((number) => place(number, 30 * number, 10));
    const { marks } = drawMap(HERE, [...crowd, place(6, 0, 0)], FRAME);
    expect(marks.length).toBe(6);
    const away = (x: number, y: number, mark: (typeof marks)[number]): number =>
      Math.hypot(mark.x - x, (mark.y - y) * FRAME.ratio);
    for (const [index, one] of marks.entries()) {
      expect(one.x > 0.05 && one.x < 0.95 && one.y > 0.13 && one.y < 0.87).toBe(true);
      expect(away(0.5, 0.5, one)).toBeGreaterThan(FRAME.mark);
      for (const other of marks.slice(index + 1))
        expect(away(other.x, other.y, one)).toBeGreaterThan(FRAME.mark);
    }
  });

  it("keeps every mark off the corner with the word for north", () => {
    const { marks } = drawMap(HERE, [place(1, 900, -3000), place(2, 0, 3000)], FRAME);
    const [mark] = marks;
    const right = (mark?.x ?? 0) > 2 * FRAME.mark;
    const below = (mark?.y ?? 0) * FRAME.ratio > 1.4 * FRAME.mark;
    expect([right || below, mark?.pointX]).toEqual([true, expect.closeTo(0.056, 2)]);
  });

  it("leaves out a place whose distance was measured from somewhere else", () => {
    expect(drawMap(HERE, [place(1, 20_000, 0, 900)], FRAME)).toEqual({ marks: [], ring: null });
  });

  it("knows the eight directions", () => {
    const around = [0, 45, 90, 135, 180, 225, 270, 315].map((degrees) => {
      const angle = (degrees * Math.PI) / 180;
      return directionOf({ east: Math.sin(angle), north: Math.cos(angle) });
    });
    expect(around).toEqual(["n", "ne", "e", "se", "s", "sw", "w", "nw"]);
    expect(offset(HERE, HERE)).toEqual({ east: 0, north: 0 });
  });
});
