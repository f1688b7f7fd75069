import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleApp } from "./setup.ts";

const PACKED = "let packed = 1;";

let folder = "";
let app: FastifyInstance;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pages-"));
  for (const page of ["kiosk", "desk"]) {
    await mkdir(join(folder, page, "assets"), { recursive: true });
    await writeFile(join(folder, page, "index.html"), `<p>${page}</p>`);
    await writeFile(join(folder, page, "assets", "index-DEz0A1b2.js"), "1");
  }
  await writeFile(join(folder, "kiosk", "sw.js"), "2");
  const packed = join(folder, "kiosk", "assets", "index-Ab3dEf6h.js");
  await writeFile(packed, PACKED);
  await writeFile(`${packed}.gz`, gzipSync(PACKED));
  app = await sampleApp({ pages: { kiosk: join(folder, "kiosk"), desk: join(folder, "desk") } });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

describe("pages", () => {
  it.each([
    ["/", "<p>kiosk</p>"],
    ["/desk/", "<p>desk</p>"],
  ])("%s shows its page, asked for anew each time", async (url, html) => {
    const response = await app.inject({ url });
    expect(response.body).toBe(html);
    expect(response.headers["cache-control"]).toBe("no-cache");
  });

  it("/desk leads to /desk/", async () => {
    const response = await app.inject({ url: "/desk" });
    expect([response.statusCode, response.headers.location]).toEqual([308, "/desk/"]);
  });

  it("files with a hash in their name are kept for good, the service worker never", async () => {
    const asset = await app.inject({ url: "/assets/index-DEz0A1b2.js" });
    expect(asset.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    const worker = await app.inject({ url: "/sw.js" });
    expect(worker.headers).toMatchObject({ "cache-control": "no-cache", "service-worker-allowed": "/" });
  });

  it("a file that was built with a packed form is sent packed to whoever takes it, under the same headers", async () => {
    const packed = { url: "/assets/index-Ab3dEf6h.js", headers: { "accept-encoding": "gzip, deflate" } };
    const response = await app.inject(packed);
    expect(gunzipSync(response.rawPayload).toString()).toBe(PACKED);
    expect(response.headers).toMatchObject({
      "content-encoding": "gzip",
      "content-type": expect.stringContaining("javascript"),
      "cache-control": "public, max-age=31536000, immutable",
      vary: "accept-encoding",
    });
    const plain = await app.inject({ url: packed.url });
    expect([plain.body, plain.headers["content-encoding"], plain.headers.vary]).toEqual([
      PACKED,
      undefined,
      "accept-encoding",
    ]);
  });

  it("unknown addresses under a page are 404 in the one error shape", async () => {
    expect((await app.inject({ url: "/nothing.html" })).json()).toMatchObject({
      statusCode: 404,
      code: "NOT_FOUND",
    });
  });
});

it("every answer tells the browser to run our own scripts only, and works on plain http", async () => {
  const { headers } = await app.inject({ url: "/" });
  const policy = String(headers["content-security-policy"]);
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("worker-src 'self' blob:");
  expect(policy).not.toContain("upgrade-insecure-requests");
  expect(headers["strict-transport-security"]).toBeUndefined();
  expect(headers["x-content-type-options"]).toBe("nosniff");
});
