import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { build } from "vite";
import { kioskBuild } from "../../kiosk/web/vite.config.ts";
import type { Bundle } from "../../src/engine/index.ts";

const KINDS: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
};

/** As strict as the real server: own scripts, styles and workers, nothing inline. */
const CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'";

/** A kiosk page with its knowledge, served on a free port of this machine. */
export interface KioskServer {
  readonly url: string;
  readonly bundle: Bundle;
  /** Folder of the built page. */
  readonly folder: string;
  /** Serves this knowledge from now on. */
  publish(bundle: Bundle): void;
  /** From now on the server fails in this way; `null` ends it. The page's own files do come, unless it is `gone`. */
  fail(how: Failing | null): void;
  /** Paths asked for so far, with their query. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** Ways in which a server fails: says so, never answers, breaks off, or is not there for anything. */
export type Failing = "503" | "hanging" | "reset" | "gone";

const KNOWLEDGE = resolve(import.meta.dirname, "../../build/bundle.json");

/** The project's own knowledge, as `npm run knowledge` last compiled it (every test run does). */
export async function ownKnowledge(): Promise<Bundle> {
  const text = await readFile(KNOWLEDGE, "utf8").catch(() => {
    throw new Error(`${KNOWLEDGE} is missing: run npm run knowledge`);
  });
  return JSON.parse(text) as Bundle;
}

/** What a server with every service says that it can do, and the number it gives for the desk. */
const SERVICES = { speech: true, handovers: true, publicUrl: "https://elders.example.org" };
const NUMBER = "4821";

/**
 * Builds the page and serves it with the knowledge. With `services` it also says that it speaks, takes questions
 * over to the desk and has public pages; it gives a number, but no sound.
 */
export async function startKiosk(knowledge?: Bundle, services = false): Promise<KioskServer> {
  const bundle = knowledge ?? (await ownKnowledge());
  const folder = await mkdtemp(join(tmpdir(), "kiosk-page-"));
  await build({ ...kioskBuild(folder), configFile: false });
  const served = { bundle, asked: [] as string[], failing: null as Failing | null };
  const server = createServer((request, response) => {
    served.asked.push(request.url ?? "");
    const path = new URL(request.url ?? "/", "http://kiosk").pathname;
    if (served.failing === "gone" || (served.failing !== null && OF_THE_SERVER.test(path)))
      return failIn(served.failing, response);
    const service = services ? serviceAt(path) : null;
    if (service !== null) response.writeHead(200, { "content-type": KINDS[".json"] }).end(service);
    else void serve(path, folder, served.bundle, response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    bundle,
    folder,
    publish: (next) => {
      served.bundle = next;
    },
    fail: (how) => {
      served.failing = how;
    },
    asked: served.asked,
    close: async () => {
      await closed(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const OF_THE_SERVER = /^\/(knowledge\.json|api\/.*)$/;

function failIn(how: Failing, response: ServerResponse): void {
  if (how === "503") response.writeHead(503).end();
  else if (how !== "hanging") response.destroy();
}

function serviceAt(path: string): string | null {
  if (path === "/api/kiosk") return JSON.stringify(SERVICES);
  return path === "/api/handovers" ? JSON.stringify({ number: NUMBER }) : null;
}

async function serve(path: string, folder: string, bundle: Bundle, response: ServerResponse): Promise<void> {
  const name = path === "/" ? "index.html" : path.slice(1);
  const body = path === "/knowledge.json" ? JSON.stringify(bundle) : await fileIn(folder, name);
  if (body === null) {
    response.writeHead(404).end();
    return;
  }
  const headers = {
    "content-type": KINDS[extname(name)] ?? "application/octet-stream",
    "content-security-policy": CONTENT_POLICY,
  };
  response.writeHead(200, headers).end(body);
}

async function fileIn(folder: string, name: string): Promise<Buffer | null> {
  const file = resolve(folder, name);
  if (!file.startsWith(folder)) return null;
  return readFile(file).catch(() => null);
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done, failed) => {
    server.close((error) => (error === undefined ? done() : failed(error)));
  });
}
