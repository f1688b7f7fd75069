import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { compileKnowledge } from "../compiler/index.ts";
import { decide } from "../engine/eligibility/index.ts";
import { metresBetween, pointOf } from "../engine/facilities/distance.ts";
import { findFacilities } from "../engine/facilities/index.ts";
import { indexKnowledge, type Knowledge } from "../engine/knowledge/index.ts";
import { buildIndex } from "../engine/knowledge/search/bm25.ts";
import { nameIndex } from "../engine/knowledge/search/names.ts";
import { tokens } from "../engine/knowledge/search/tokens.ts";
import type { Condition, Facts } from "../engine/knowledge/types.ts";
import { compare } from "./cost.ts";
import { benchMutations } from "./mutations-run.ts";
import { QUESTIONS } from "./peers-questions.ts";
import { benchUnderstanding } from "./peers-run.ts";
import { benchProvince } from "./province.ts";

/**
 * Prints how our parts compare with a plain peer doing the same work in the same run (`npm run bench`).
 * Ratios travel between machines, milliseconds do not. Arguments: the knowledge folder (default `knowledge`); or
 * `understanding` or `mutations`, for that part alone, and files of labelled questions for it; or `kiosk`, which drives
 * a browser for some minutes and therefore runs only when it is named.
 */
const NAMES = 2000;
const DAY = "2026-11-22";
const PERSON: Facts = { age: 82, hukou: "350582", residence: "350582", "minimum-living": false };

/** The peer of a determination: true or false only, no reasons, no missing facts, every provision of every benefit. */
function plainHolds(condition: Condition, facts: Facts, knowledge: Knowledge): boolean {
  if ("all" in condition) return condition.all.every((part) => plainHolds(part, facts, knowledge));
  if ("any" in condition) return condition.any.some((part) => plainHolds(part, facts, knowledge));
  if ("not" in condition) return !plainHolds(condition.not, facts, knowledge);
  if ("belongs" in condition) return [facts.hukou, facts.residence].includes(condition.belongs);
  const value = facts[condition.fact];
  if ("within" in condition) return value === condition.within || condition.within === "350500";
  if ("is" in condition) return value === condition.is;
  if ("one-of" in condition) return condition["one-of"].some((choice) => choice === value);
  return (
    typeof value === "number" &&
    value >= (condition["at-least"] ?? 0) &&
    value < (condition.below ?? Number.MAX_VALUE)
  );
}

function benchDetermination(knowledge: Knowledge): void {
  const peer = (): number =>
    knowledge.bundle.benefits.filter((one) =>
      one.provisions.some((each) => plainHolds(each.who, PERSON, knowledge)),
    ).length;
  compare(
    "one determination of all benefits",
    () => decide(knowledge, PERSON, DAY),
    "plain true/false evaluator",
    peer,
  );
}

function benchSearch(knowledge: Knowledge): void {
  const names = knowledge.bundle.places.slice(-NAMES).map((place) => place.name["zh-Hans"]);
  const own = buildIndex(names.map((name) => [{ weight: 1, tokens: tokens(name) }]));
  const fuse = nameIndex(names.map((name) => [name]));
  const query = names[Math.floor(names.length / 2)] ?? "";
  compare(
    `a name among ${names.length}`,
    () => own.rank(tokens(query)),
    "fuse.js on the same words",
    () => fuse.alike(query),
  );
}

function benchNearest(knowledge: Knowledge): void {
  const near = { latitude: 24.91, longitude: 118.59 };
  const query = {
    type: "canteen",
    place: null,
    near,
    at: `${DAY}T10:00:00+08:00`,
    openOnly: false,
    limit: 3,
  } as const;
  const peer = (): unknown =>
    knowledge.bundle.facilities
      .flatMap((one) => {
        const point = one.type === "canteen" ? pointOf(one) : null;
        return point === null ? [] : [{ one, metres: metresBetween(near, point) }];
      })
      .sort((left, right) => left.metres - right.metres)
      .slice(0, 3);
  compare(
    "nearest three canteens",
    () => findFacilities(knowledge, query),
    "brute force by distance alone",
    peer,
  );
}

/** In a process of its own: it lives with the browser's tests, of which nothing here may know. */
function benchKiosk(options: readonly string[]): void {
  const program = resolve(import.meta.dirname, "../../test/browser/bench/main.ts");
  const { status } = spawnSync(process.execPath, ["--import", "tsx", program, ...options], {
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
}

const PARTS = ["understanding", "mutations"];

async function benchEngine([first = "knowledge", ...rest]: readonly string[]): Promise<void> {
  const part = PARTS.includes(first) ? first : null;
  const folder = part === null ? first : "knowledge";
  const files = part !== null && rest.length > 0 ? rest : QUESTIONS;
  const { bundle, faults } = compileKnowledge(folder);
  if (bundle === null) {
    console.error(faults.join("\n"));
    process.exitCode = 1;
    return;
  }
  if (part !== "mutations") await benchUnderstanding(bundle, folder, files);
  if (part !== "understanding") benchMutations(bundle, files);
  if (part !== null) return;
  const knowledge = indexKnowledge(bundle);
  benchDetermination(knowledge);
  benchSearch(knowledge);
  benchNearest(knowledge);
  await benchProvince(folder, knowledge);
}

const [first, ...rest] = process.argv.slice(2);
if (first === "kiosk") benchKiosk(rest);
else await benchEngine(process.argv.slice(2));
