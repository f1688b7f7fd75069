import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { galleryPage, PICTURES } from "./gallery.ts";
import { indexedPng } from "./picture.ts";

it("The page of all screens shows each screen there is, once", () => {
  expect(readFileSync("docs/kiosk/screens.md", "utf8")).toBe(galleryPage());
  expect(new Set(PICTURES).size).toBe(PICTURES.length);
});

it("A picture keeps its most frequent colours, and takes the nearest of them for others", () => {
  const red = [255, 0, 0, 255];
  const blue = [0, 0, 255, 255];
  const nearlyRed = [250, 4, 4, 255];
  const pixels = Uint8Array.from([...red, ...red, ...blue, ...blue, ...nearlyRed, ...blue]);
  const png = indexedPng({ width: 3, height: 2, pixels }, 2);
  expect(chunk(png, "IHDR").readUInt32BE(0)).toBe(3);
  expect([...chunk(png, "PLTE")]).toEqual([0, 0, 255, 255, 0, 0]);
  expect([...inflateSync(chunk(png, "IDAT"))]).toEqual([0, 1, 1, 0, 0, 0, 1, 0]);
});

/** The content of a chunk of a PNG. */
function chunk(png: Buffer, kind: string): Buffer {
  const at = png.indexOf(kind, 8, "latin1");
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
}
