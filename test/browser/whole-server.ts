import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import type { AppParts } from "../../kiosk/server/parts.ts";
import { kioskBuild } from "../../kiosk/web/vite.config.ts";
import { createEngine } from "../../src/engine/index.ts";
import { createHandovers, type Handovers } from "../../src/host/handovers.ts";
import { memoryShortLived } from "../../src/host/short-lived/memory.ts";
import { realBundle } from "../real-bundle.ts";
import { SECRET, sampleApp } from "../server/setup.ts";

/** Where telephones would reach the public pages. */
export const PUBLIC_URL = "https://elders.example.org";

/** The real server with the built kiosk and the project's own knowledge, on a free port of this machine. */
export interface WholeServer {
  readonly url: string;
  readonly handovers: Handovers;
  close(): Promise<void>;
}

/** Starts it; `changes` replaces parts, e.g. the speech. */
export async function startWhole(changes: Partial<AppParts> = {}): Promise<WholeServer> {
  const folder = await mkdtemp(join(tmpdir(), "kiosk-whole-"));
  await build({ ...kioskBuild(folder), configFile: false });
  const handovers = createHandovers(memoryShortLived());
  const app = await sampleApp({
    engine: createEngine(realBundle()),
    handovers,
    pages: { kiosk: folder, desk: "no-such-folder" },
    config: { rateLimit: 100_000, trustProxy: false, deskToken: SECRET, publicUrl: PUBLIC_URL },
    ...changes,
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    handovers,
    close: async () => {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
