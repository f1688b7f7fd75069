import type { PlaceCode } from "../../../../src/engine/index.ts";
import type { PlaceName } from "../../background/messages.ts";

/**
 * Counties by how many people live there, roughly, so that most find theirs on the first page: Jinjiang, Nan'an,
 * Hui'an, Anxi, Shishi, Fengze, Licheng, Yongchun, Quangang, Dehua, Luojiang, and the two zones. It is an order
 * of buttons only; a county that is not in it comes last.
 */
const COUNTIES_BY_PEOPLE: readonly PlaceCode[] = [
  "350582",
  "350583",
  "350521",
  "350524",
  "350581",
  "350503",
  "350502",
  "350525",
  "350505",
  "350526",
  "350504",
  "TIA-QZ",
  "ETDZ-QZ",
];

/**
 * Counties in the order of their buttons: that of the kiosk first, as most people who use it live there, then
 * the others by how many people live in them.
 *
 * @param here where the kiosk stands, in a county or finer; null when that is not known
 * @example inOrder(counties, "350524100")[0]?.code // "350524"
 */
export function inOrder(counties: readonly PlaceName[], here: PlaceCode | null): readonly PlaceName[] {
  const rank = ({ code }: PlaceName): number => {
    if (here?.startsWith(code)) return -1;
    const at = COUNTIES_BY_PEOPLE.indexOf(code);
    return at < 0 ? COUNTIES_BY_PEOPLE.length : at;
  };
  return [...counties].sort((one, other) => rank(one) - rank(other));
}
