import type { Bundle, Slots } from "../../engine/index.ts";

/** Labels that mean a facility type of ours by another name. */
const TYPE_NAMES: Readonly<Record<string, string>> = { medical: "clinic" };
/** Labels that stand for several of our files; any of them is right (test/evaluation/README.md, “Benefit labels”). */
const BENEFIT_NAMES: Readonly<Record<string, readonly string[]>> = {
  百岁老人补贴: ["centenarian-city-allowance", "centenarian-county-allowance"],
  护理补贴: ["care-allowance", "disability-care-allowance", "extreme-poverty-care-allowance"],
  特困供养: ["extreme-poverty-support", "central-support"],
  老年人优待: ["elder-concessions-60", "elder-concessions-65"],
};
/** Names of our slots where the labels write them otherwise. */
export const SLOT_KEYS: Readonly<Record<string, keyof Slots>> = { facility_type: "facilityType" };
const CENTENARIAN = 100;

const plain = (label: string) => label.toLowerCase().replace(/[\s（）()“”_-]/g, "");

type Names = Map<string, Set<string>>;

function add(names: Names, name: string, id: string): void {
  names.set(plain(name), (names.get(plain(name)) ?? new Set()).add(id));
}

/** Benefits and topics by every name and word the knowledge has for them. */
function namesOf(bundle: Bundle, kind: "benefit" | "topic"): Names {
  const names: Names = new Map();
  for (const { id, name, also } of kind === "benefit" ? bundle.benefits : bundle.topics) {
    for (const word of [...Object.values(name), ...Object.values(also).flat()]) add(names, word, id);
  }
  for (const [concept, words] of Object.entries(bundle.vocabulary.concepts)) {
    if (!concept.startsWith(`${kind}:`)) continue;
    for (const word of words) add(names, word, concept.slice(kind.length + 1));
  }
  return names;
}

function categoriesOf({ facts, vocabulary }: Bundle): Map<string, string> {
  const categories = new Map<string, string>();
  for (const { id, category, name } of facts) {
    if (!category) continue;
    categories.set(plain(name["zh-Hans"]), category.slot);
    for (const word of vocabulary.concepts[`fact:${id}=${String(category.value)}`] ?? [])
      categories.set(plain(word), category.slot);
  }
  return categories;
}

/** Ids by every name of the knowledge, for reading labels written in the words people know. */
export class LabelBook {
  /** Labels nobody could map; reported at the end. */
  readonly unknown = new Set<string>();
  readonly #benefits: Names;
  readonly #topics: Names;
  readonly #places: Names = new Map();
  readonly #categories: ReadonlyMap<string, string>;
  readonly #types: ReadonlySet<string>;
  readonly #facts: Bundle["facts"];

  constructor(bundle: Bundle) {
    this.#benefits = namesOf(bundle, "benefit");
    this.#topics = namesOf(bundle, "topic");
    for (const [label, ids] of Object.entries(BENEFIT_NAMES))
      for (const id of ids) add(this.#benefits, label, id);
    for (const { code, name, level } of bundle.places)
      if (level !== "village") add(this.#places, name["zh-Hans"], code);
    this.#categories = categoriesOf(bundle);
    this.#facts = bundle.facts;
    this.#types = new Set(bundle.facilityTypes.map(({ id }) => id));
  }

  /** Whether the slot read is what the label says. */
  matches(slot: string, label: unknown, got: Slots): boolean {
    if (slot === "age") return got.age === Number(label);
    if (slot === "county" || slot === "town") return this.#isPlace(String(label), got[slot]);
    if (slot === "benefit") return this.#isBenefit(String(label), got);
    if (slot === "facility_type") return this.#typeOf(String(label)) === got.facilityType;
    if (slot === "categories" && Array.isArray(label))
      return label.every((one) => this.hasCategory(String(one), got));
    this.unknown.add(slot);
    return false;
  }

  #isPlace(label: string, code: string | undefined): boolean {
    const codes = this.#places.get(plain(label));
    if (!codes) this.unknown.add(label);
    return code !== undefined && codes?.has(code) === true;
  }

  /** What people take for a benefit may be a topic of ours (防走失手环). */
  #isBenefit(label: string, { benefit, topic }: Slots): boolean {
    const benefits = this.#benefits.get(plain(label));
    const topics = this.#topics.get(plain(label));
    if (!benefits && !topics) this.unknown.add(label);
    return benefits?.has(benefit ?? "") === true || topics?.has(topic ?? "") === true;
  }

  #typeOf(label: string): string {
    const id = TYPE_NAMES[label] ?? label.replaceAll("_", "-");
    if (!this.#types.has(id)) this.unknown.add(label);
    return id;
  }

  /** Whether a category label is among those read; 百岁 is told by the age, or by the benefit for them. */
  hasCategory(label: string, got: Slots): boolean {
    if (label === "百岁") return (got.age ?? 0) >= CENTENARIAN || /^centenarian/.test(got.benefit ?? "");
    const slot = this.#categories.get(plain(label));
    if (slot === undefined) this.unknown.add(label);
    return slot !== undefined && (got.categories ?? []).includes(slot);
  }

  /** The fact that a row's question asks for; null when the knowledge has none (then the dialogue goes its own way). */
  factAsked(slot: string, label: string | undefined): string | null {
    if (slot === "age") return "age";
    if (slot === "county") return "hukou";
    const asked = this.#categories.get(plain(label ?? ""));
    if (asked === undefined) return null;
    return this.#facts.find(({ category }) => category?.slot === asked)?.id ?? null;
  }
}
