import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { AmountRule, Citation } from "../../src/engine/knowledge/types.ts";
import { realBundle } from "../real-bundle.ts";
import { numbersOf } from "./numbers.ts";

/** One of the researched policy facts of November 2026 and what became of it; see `docs/left-out.md`. */
interface Judged {
  readonly row: string;
  readonly matter: string;
  readonly place: string;
  readonly value: string;
  readonly unit: string;
  readonly "source-day": string;
  readonly confidence: string;
  readonly status: string;
  readonly decision: string;
  readonly entries: string;
  readonly document: string;
  readonly kind: string;
  readonly shown: string;
  readonly reason: string;
}

/** An entry of the knowledge with all that it tells. */
interface Entry {
  readonly sources: readonly Citation[];
  readonly amounts: readonly AmountRule[];
  readonly numbers: ReadonlySet<number>;
}

const TODAY = "2026-11-22";
const bundle = realBundle();
const rows = parse(readFileSync("docs/policies-judged.csv", "utf8"), { columns: true }) as readonly Judged[];
const taken = rows.filter((row) => row.decision === "in");
const documents = new Map(bundle.documents.map((document) => [document.id, document]));

function textsOf(value: unknown): string {
  if (typeof value === "string" || typeof value === "number") return `${value} `;
  return value !== null && typeof value === "object" ? Object.values(value).map(textsOf).join(" ") : "";
}

function entryOf(value: unknown, sources: readonly Citation[], amounts: readonly AmountRule[] = []): Entry {
  return { sources, amounts, numbers: numbersOf(textsOf(value)) };
}

const provisions = bundle.benefits.flatMap((benefit) =>
  benefit.provisions.map((provision) => ({ id: `${benefit.id}/${provision.id}`, benefit, provision })),
);
const entries: ReadonlyMap<string, Entry> = new Map([
  ...provisions.map(({ id, benefit, provision }): [string, Entry] => [
    id,
    entryOf(
      [benefit.summary, benefit.apply, { ...provision, sources: [] }],
      provision.sources,
      provision.amounts,
    ),
  ]),
  ...bundle.topics.map((topic): [string, Entry] => [
    topic.id,
    entryOf(
      topic.answers.map((answer) => ({ ...answer, sources: [] })),
      topic.answers.flatMap((answer) => answer.sources),
    ),
  ]),
  ...[...bundle.offices, ...bundle.facilities].map((one): [string, Entry] => [
    one.id,
    entryOf({ ...one, sources: [] }, one.sources),
  ]),
]);

const named = (row: Judged): readonly string[] => row.entries.split(" ").filter((id) => id !== "");
const entriesOf = (row: Judged): readonly Entry[] => named(row).flatMap((id) => entries.get(id) ?? []);
const short = (row: Judged): string => `${row.row} ${row.place} ${row.matter} ${row.value}`;

describe("the ledger of the researched policy facts", () => {
  it("has every row once, judged one way or the other", () => {
    expect(rows.map((row) => Number(row.row))).toEqual(Array.from({ length: 158 }, (_, index) => index + 1));
    expect(rows.filter((row) => row.decision !== "in" && row.decision !== "left-out")).toEqual([]);
    expect(taken.length).toBeGreaterThanOrEqual(130);
  });

  it("gives a reason in plain words for every row that is left out, and for no other", () => {
    const left = rows.filter((row) => row.decision === "left-out");
    expect(
      left
        .filter((row) => row.reason.length < 25 || !row.reason.endsWith(".") || row.entries !== "")
        .map(short),
    ).toEqual([]);
    expect(taken.filter((row) => row.reason !== "" || row.shown === "").map(short)).toEqual([]);
  });
});

describe("a row that is taken", () => {
  it("names entries that exist", () => {
    expect(
      taken
        .filter((row) => named(row).length === 0 || entriesOf(row).length !== named(row).length)
        .map(short),
    ).toEqual([]);
  });

  it("names a document that one of them cites, of the kind it says", () => {
    const uncited = taken.filter(
      (row) =>
        !entriesOf(row).some(({ sources }) => sources.some(({ document }) => document === row.document)),
    );
    expect(uncited.map(short)).toEqual([]);
    expect(taken.filter((row) => documents.get(row.document)?.kind !== row.kind).map(short)).toEqual([]);
  });

  it("is a page of news unless an official page or a rule said it", () => {
    const tooHigh = taken.filter((row) => row.confidence !== "official page" && row.kind !== "news");
    // 12345 is the same number in the whole country.
    expect(tooHigh.map((row) => row.row)).toEqual(["154"]);
  });

  it("tells its value in one of them", () => {
    const valued = taken.filter((row) => row.value !== "");
    expect(valued.length).toBeGreaterThan(90);
    expect(
      valued
        .filter((row) => !entriesOf(row).some(({ numbers }) => numbers.has(Number(row.value))))
        .map(short),
    ).toEqual([]);
  });

  it("is never a sum in another rhythm", () => {
    const rhythms: Readonly<Record<string, string>> = {
      "yuan/person/year": "yuan/year",
      "visits/month": "times/month",
    };
    const asSum = taken.filter((row) => /^(amount|minimum|line|limit|voucher|days)/.test(row.shown));
    expect(asSum.length).toBeGreaterThan(60);
    const wrong = asSum.filter((row) => {
      const sums = entriesOf(row).flatMap(({ amounts }) =>
        amounts.filter((amount) => amount.value === Number(row.value)),
      );
      const unit = rhythms[row.unit] ?? row.unit;
      return (
        row.value !== "" &&
        /^(yuan\/(month|year)|days\/year|times\/month)$/.test(unit) &&
        sums.length > 0 &&
        !sums.some((sum) => sum.unit === unit)
      );
    });
    expect(wrong.map(short)).toEqual([]);
  });
});

describe("a value of the past", () => {
  const past = taken.filter((row) => row.status === "historical" || row.status === "expired");

  it("is never part of a plain yes today", () => {
    expect(past.length).toBeGreaterThan(20);
    const firm = provisions.filter(
      ({ provision }) =>
        (provision.force === "grant" || provision.force === "duty") &&
        !provision.assessed &&
        provision.period.basis !== "none" &&
        documents.get(provision.sources[0]?.document ?? "")?.kind !== "news" &&
        (provision.period.to ?? TODAY) >= TODAY,
    );
    expect(firm.length).toBeGreaterThan(0);
    const ids = new Set(firm.map(({ id }) => id));
    expect(past.filter((row) => named(row).some((id) => ids.has(id))).map(short)).toEqual([]);
  });

  it("says of which year it is wherever it is shown as a sum", () => {
    const undated = past.flatMap((row) =>
      entriesOf(row).flatMap(({ amounts }) =>
        amounts
          .filter((amount) => amount.value === Number(row.value) && amount.goesTo === "person")
          .filter((amount) => !/20\d\d年/.test(amount.label?.["zh-Hans"] ?? ""))
          .map(() => short(row)),
      ),
    );
    expect(undated).toEqual([]);
  });
});

describe("a row that is left out", () => {
  it("never stands as a sum of its place", () => {
    const places = new Map(bundle.places.map((place) => [place.name["zh-Hans"], place.code]));
    const left = rows.filter(
      (row) => row.decision === "left-out" && row.value !== "" && row.unit.startsWith("yuan"),
    );
    expect(left.length).toBeGreaterThan(12);
    const shown = left.filter((row) =>
      provisions.some(
        ({ provision }) =>
          provision.jurisdiction === places.get(row.place) &&
          provision.period.basis !== "inferred" &&
          provision.amounts.some(
            (amount) =>
              amount.value === Number(row.value) && amount.unit === row.unit && amount.goesTo === "person",
          ),
      ),
    );
    // The 300 yuan of 2013 (row 45) are the least that the text of 2017 names.
    expect(shown.map((row) => row.row)).toEqual(["45"]);
  });
});
