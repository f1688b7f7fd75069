import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { createEngine, type Determination } from "../../src/engine/index.ts";
import { realBundle } from "../real-bundle.ts";
import { DAY, FACES, type Face } from "./faces.ts";

const cases = parse(readFileSync("test/contract/cases.yaml", "utf8")) as readonly {
  readonly name: string;
  readonly say: string;
}[];
const engine = createEngine(realBundle());

/** The case decided without any face: the facts the words tell, put to the engine as facts. */
function expected(say: string): Determination {
  const turn = engine.turn(null, { kind: "text", text: say }, { now: `${DAY}T10:00:00+08:00` });
  return engine.determine(turn.facts, DAY, "zh-Hans");
}

describe.each(Object.keys(FACES))("the %s", (name) => {
  let face: Face;

  beforeAll(async () => {
    face = await (FACES[name] as () => Promise<Face>)();
  });
  afterAll(() => face?.close());

  it.each(cases)("decides like every other face: $name", async ({ say }) => {
    const wanted = expected(say);
    const got = await face.decide(say);
    expect(wanted.entitlements.length).toBeGreaterThan(5);
    expect(got.determination).toBe(wanted.determination);
    // The kiosk's page shows cards and no list; that they are those of the case is what its number says.
    expect(got.entitlements).toEqual(name === "kiosk" ? null : wanted.entitlements);
  });
});
