import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BundleError, loadKnowledge, readBundle } from "../../src/host/bundle.ts";
import { sampleBundle } from "./sample.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bundle-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("the compiled knowledge", () => {
  it("is read as it was written, and not compiled again while it is there", async () => {
    const bundleFile = join(folder, "bundle.json");
    await writeFile(bundleFile, JSON.stringify(sampleBundle()));
    const place = { bundleFile, ownFolder: join(folder, "none"), otherFolder: null };
    expect(await loadKnowledge(place)).toEqual(sampleBundle());
  });

  it.each([
    ["cut short", '{"version":"1"', /is not whole/],
    ["something else", '{"name":"x"}', /is not a compiled knowledge bundle/],
    ["empty", "", /is not whole/],
  ])("is refused when it is %s", async (_name, content, message) => {
    const file = join(folder, "bundle.json");
    await writeFile(file, content);
    await expect(readBundle(file)).rejects.toThrow(message);
  });

  it("is refused with what to do when it is absent", async () => {
    await expect(readBundle(join(folder, "none.json"))).rejects.toThrow(/run "npm run knowledge" first/);
  });

  it("of another folder is compiled, and its faults stop the start", async () => {
    const place = {
      bundleFile: join(folder, "b.json"),
      ownFolder: folder,
      otherFolder: join(folder, "other"),
    };
    await expect(loadKnowledge(place)).rejects.toThrow(BundleError);
  });
});
