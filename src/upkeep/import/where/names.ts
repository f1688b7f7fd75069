import { toSimplified } from "../../../compiler/traditional.ts";

/** A name in the form in which names are compared: simplified, half-width, without blanks and quotation marks. */
export function comparable(text: string): string {
  return toSimplified(text.normalize("NFKC"))
    .toLowerCase()
    .replace(/[\s"'“”‘’「」《》·•]/gu, "");
}

const PLACE_ENDING =
  /(社区居民委员会|社区居委会|村民委员会|居民委员会|村委会|居委会|社区|街道办事处|街道|村|镇|乡)$/u;

/** The part of a place's name that tells it from others: 锦美 of 锦美社区; the whole where nothing would be left. */
export function placeStem(name: string): string {
  const stem = name.replace(PLACE_ENDING, "");
  return stem.length >= 2 ? stem : name;
}
