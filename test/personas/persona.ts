import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Entitlement, Facts, FactValue } from "../../src/engine/index.ts";

/** What must be told of one benefit, and why: which words of which clause decide. */
export interface Expected {
  readonly benefit: string;
  /** Which provision must decide; needed where two speak for the person. */
  readonly provision?: string;
  readonly outcome: Entitlement["outcome"] | "absent";
  /** `300 yuan/month at-least person`, or `none` when no sum may be told. */
  readonly amount?: string;
  /** Exactly the facts that are still open, in any order. */
  readonly missing?: readonly string[];
  readonly state?: Entitlement["validity"]["state"];
  /** A source that must be cited: document and clause. */
  readonly source?: string;
  readonly why: string;
}

/** A made-up person on one day, with what the documents give them, read out of the documents by hand. */
export interface Persona {
  /** One sentence; a run names it when it fails. */
  readonly name: string;
  readonly "as-of": string;
  readonly facts: Facts;
  /** `no`: every yes-or-no fact that is not told is false, and there is neither need of care nor a certificate. */
  readonly others?: "no";
  /** Exactly the benefits of which the person is told a plain yes. */
  readonly "only-yes"?: readonly string[];
  /** Exactly the outcomes told over all benefits. */
  readonly outcomes?: readonly string[];
  readonly expect: readonly Expected[];
  /** Name of the file. */
  readonly file: string;
}

/** The personas of all files of a folder. Anchors of YAML work; a file that is no list is an error. */
export function readPersonas(folder: string): readonly Persona[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .flatMap((file) =>
      (parse(readFileSync(join(folder, file), "utf8")) as Omit<Persona, "file">[]).map((persona) => ({
        ...persona,
        file,
      })),
    );
}

/** `300 yuan/month at-least person`, or `none`. */
export function amountInWords(amount: Entitlement["amount"]): string {
  return amount === null ? "none" : `${amount.value} ${amount.unit} ${amount.bound} ${amount.goesTo}`;
}

/** Document and clause of every source; of a citation of several clauses each one, too. */
export function citedClauses({ sources }: Entitlement): readonly string[] {
  return sources.flatMap(({ document, clause }) =>
    [clause, ...clause.split(/[；、]/)].map((part) => `${document} ${part}`),
  );
}

/**
 * All that is told of the persona: their facts, and with `others: no` every other answer that is no and does not
 * contradict what is told (a left-behind elder on the list is left behind).
 */
export function factsOf(
  persona: Persona,
  answersOfNo: readonly (readonly [string, FactValue])[],
  isConsistent: (facts: Facts) => boolean,
): Facts {
  if (persona.others !== "no") return persona.facts;
  let facts = persona.facts;
  for (const [fact, no] of answersOfNo) {
    const with_ = { ...facts, [fact]: no };
    if (facts[fact] === undefined && isConsistent(with_)) facts = with_;
  }
  return facts;
}
