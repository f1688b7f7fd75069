import type { FacilityType } from "../../../engine/knowledge/types.ts";
import type { Gazetteer } from "../where/gazetteer.ts";
import { comparable, placeStem } from "../where/names.ts";

/** Kinds of canteens that offices name now one way, now the other; 爱心食堂 and others of charities are their own. */
const SAME_KIND = [
  ...[
    "长者食堂",
    "老年食堂",
    "老人食堂",
    "老年人食堂",
    "长者饭堂",
    "老年饭堂",
    "长者餐厅",
    "老年餐厅",
    "食堂",
  ],
  ...["长者助餐点", "老年助餐点", "老年人助餐点", "助餐点", "养老院", "敬老院", "幸福院", "日间照料中心"],
  ...["居家养老服务站", "居家养老服务中心", "养老服务站", "居家社区养老服务站", "居家社区养老服务中心"],
];

/** Cuts the names of one type of facility down to what tells them apart. */
export class Cores {
  readonly #kinds: readonly string[];

  constructor({ name }: FacilityType) {
    const kinds = new Set([comparable(name["zh-Hans"]), ...SAME_KIND.map(comparable)]);
    this.#kinds = [...kinds].sort((a, b) => b.length - a.length);
  }

  /** The name without the kind of facility: 锦美社区 of 锦美社区长者食堂; empty where it is nothing but the kind. */
  of(name: string): string {
    const plain = comparable(name).replace(/[(（][^)）]*[)）]$/u, "");
    const kind = this.#kinds.find((word) => plain.endsWith(word));
    return kind === undefined ? plain : plain.slice(0, plain.length - kind.length);
  }

  /** What two names must share to be of one facility: the core without county, town and 村 or 社区 behind it. */
  key(name: string, gazetteer: Gazetteer): string {
    const core = gazetteer.withoutCounty(this.of(name));
    const town = gazetteer.places.find(
      ({ level, name: known }) => level === "town" && core.startsWith(comparable(known["zh-Hans"])),
    );
    const rest = town === undefined ? core : core.slice(comparable(town.name["zh-Hans"]).length);
    return placeStem(rest === "" ? core : rest);
  }
}
