import type { Words } from "../../words/words.ts";

/** A distance in words; the engine's is already as coarse as the coordinates. `exact` for a measure of the drawing. */
export function distanceInWords(metres: number, words: Words, exact = false): string {
  const kilometres = Math.round(metres / 100) / 10;
  if (exact) {
    return metres < 1000
      ? words.t("kiosk.map.metres", { metres })
      : words.t("kiosk.map.kilometres", { kilometres });
  }
  if (metres < 1000) return words.t("kiosk.facility.metres", { metres });
  return words.t("kiosk.facility.kilometres", { kilometres });
}
