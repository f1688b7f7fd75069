import { markAfter, markBefore } from "./marks.ts";
import { conceptsOf, type Reading } from "./reading.ts";

/**
 * A place outside Quanzhou that the question is about, as said. Where the speaker merely is (我在厦门打工) does
 * not count (nor 我住美国 when a relative is asked about), nor does any such place beside one in Quanzhou.
 */
export function findElsewhere(reading: Reading, knowsPlace: boolean): string | null {
  if (knowsPlace) return null;
  const kin = conceptsOf(reading, "kin").length > 0;
  const asked = conceptsOf(reading, "elsewhere").find(
    ({ match }) =>
      !(kin && markBefore(reading, "mark:abroad", match.start, 1)) &&
      !markBefore(reading, "mark:passing", match.start, 1) &&
      !markAfter(reading, "mark:passing-after", match.end, 1),
  );
  return asked?.match.word ?? null;
}
