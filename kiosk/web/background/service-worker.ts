/**
 * Keeps the kiosk answering without a network: shell, assets and knowledge come from the device's own cache.
 * Newer knowledge comes in only when the page asks for it (`cache: "no-cache"`), which it does when nobody
 * is using it; a newer shell waits until the page says `activate`.
 */
declare const self: ServiceWorkerGlobalScope;
declare const PRECACHE_LIST: readonly string[];
declare const PRECACHE_VERSION: string;

const KEPT = PRECACHE_LIST;
const CACHE = `kiosk-${PRECACHE_VERSION}`;
const KNOWLEDGE = "/knowledge.json";
/** What the server can do: asked anew each time, and remembered for when it cannot be reached. */
const SERVICES = "/api/kiosk";

async function keep(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(KEPT.map((path) => new Request(path, { cache: "no-cache" })));
}

async function forgetOlder(): Promise<void> {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith("kiosk-") && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function fromCache(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? fetch(request);
}

async function fromNetwork(path: string, request: Request): Promise<Response> {
  const response = await fetch(request);
  if (response.ok) {
    const cache = await caches.open(CACHE);
    await cache.put(path, response.clone());
  }
  return response;
}

function answerTo(request: Request): Promise<Response> | null {
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return null;
  if (url.pathname === SERVICES)
    return fromNetwork(SERVICES, request).catch(() => fromCache(SERVICES, request));
  if (!KEPT.includes(url.pathname)) return null;
  const wantsNewest = url.pathname === KNOWLEDGE && request.cache === "no-cache";
  return wantsNewest ? fromNetwork(url.pathname, request) : fromCache(url.pathname, request);
}

/** For the staff: which version is kept here, and which files of it are not there. */
async function account(): Promise<{ readonly version: string; readonly missing: readonly string[] }> {
  const cache = await caches.open(CACHE);
  const kept = await Promise.all(KEPT.map((path) => cache.match(path)));
  return {
    version: CACHE.slice(CACHE.indexOf("-") + 1),
    missing: KEPT.filter((_, at) => kept[at] === undefined),
  };
}

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(forgetOlder()));
self.addEventListener("message", (event) => {
  if (event.data === "activate") event.waitUntil(self.skipWaiting());
  if (event.data === "account") event.waitUntil(account().then((told) => event.ports[0]?.postMessage(told)));
});
self.addEventListener("fetch", (event) => {
  const answer = answerTo(event.request);
  if (answer !== null) event.respondWith(answer);
});
