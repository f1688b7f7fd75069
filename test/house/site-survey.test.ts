import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { realBundle } from "../real-bundle.ts";

const survey = readFileSync("docs/kiosk/operate/site-survey.md", "utf8");

/** Rows of the table that begins with this column, as cells. */
function rows(firstColumn: string): readonly (readonly string[])[] {
  const [, table = ""] = survey.split(`| ${firstColumn} |`);
  const [body = ""] = table.split("\n\n");
  return body
    .split("\n")
    .slice(2)
    .map((line) => line.split("|").map((cell) => cell.trim()));
}

it("The site survey says for each key of a site what to write there", () => {
  const [site] = realBundle().sites;
  const keys = rows("key").map(([, key = ""]) => key.replaceAll("`", ""));
  expect(keys).toEqual(Object.keys(site ?? {}));
  const panel = rows("key").find(([, key]) => key === "`panel`")?.[3] ?? "";
  expect([...panel.matchAll(/`(\w+)`/g)].map(([, part]) => part)).toEqual(Object.keys(site?.panel ?? {}));
});

it("Each line of the site survey has a required value and where that comes from", () => {
  const lines = rows("no.");
  expect(lines.map(([, number]) => Number(number))).toEqual(lines.map((_, at) => at + 1));
  expect(lines.filter(([, , what, value, from]) => [what, value, from].includes(""))).toEqual([]);
});
