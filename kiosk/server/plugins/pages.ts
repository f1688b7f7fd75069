import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import type { AppParts } from "../parts.ts";

/** Built files carry a hash of their content in the name; only those may be kept for good. */
const HASHED = /[.-][A-Za-z0-9_-]{8,}\.(?:js|css|woff2|png|svg|webp|json|mp3|wasm|bin|txt)$/;

function cacheControl(path: string): string {
  const inAssets = /[\\/]assets[\\/]/.test(path);
  return inAssets && HASHED.test(basename(path)) ? "public, max-age=31536000, immutable" : "no-cache";
}

/** `sent` is the file as it is sent: a page that comes compressed lies beside itself as `….gz`. */
function setHeaders(reply: { setHeader(name: string, value: string): unknown }, sent: string): void {
  const path = sent.replace(/\.gz$/, "");
  reply.setHeader("cache-control", cacheControl(path));
  reply.setHeader("vary", "accept-encoding");
  if (basename(path) === "sw.js") reply.setHeader("service-worker-allowed", "/");
}

async function installPage(
  app: FastifyInstance,
  parts: AppParts,
  prefix: string,
  root: string,
): Promise<void> {
  if (!existsSync(join(root, "index.html"))) {
    parts.log.warn({ prefix }, "this page has not been built and is not served");
    return;
  }
  const served = { root, prefix, decorateReply: false, cacheControl: false, preCompressed: true };
  await app.register(fastifyStatic, { ...served, setHeaders });
}

/** The kiosk at `/` and the adviser desk at `/desk`. */
export async function installPages(app: FastifyInstance, parts: AppParts): Promise<void> {
  await installPage(app, parts, "/desk/", parts.pages.desk);
  app.get("/desk", { schema: { hide: true } }, (_request, reply) => reply.redirect("/desk/", 308));
  await installPage(app, parts, "/", parts.pages.kiosk);
}
