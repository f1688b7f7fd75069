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

/** Files of older pages go when a newer page has started: until then an older one may still need them. */
async function forgetOlder(): Promise<void> {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith("kiosk-") && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
}

function isAsset(path: string): boolean {
  return path.startsWith("/assets/");
}

async function fromAnyCache(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
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

/** Longest that the server may take to say what it can do, in milliseconds. */
const SERVICES_MS = 5_000;

/**
 * What the server can do; when it does not answer, what is left without it: its public address, which telephones
 * reach by their own network.
 */
async function services(request: Request): Promise<Response> {
  const late = new Promise<never>((_, tooLate) => setTimeout(tooLate, SERVICES_MS));
  const answer = await Promise.race([fromNetwork(SERVICES, request), late]).catch(() => null);
  if (answer?.ok) return answer;
  const kept = await (await caches.open(CACHE)).match(SERVICES);
  if (kept === undefined) return answer ?? Response.error();
  const { publicUrl } = (await kept.json()) as { readonly publicUrl: string | null };
  return new Response(JSON.stringify({ speech: false, handovers: false, publicUrl, reached: false }));
}

function answerTo(request: Request): Promise<Response> | null {
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return null;
  if (url.pathname === SERVICES) return services(request);
  if (isAsset(url.pathname) && !KEPT.includes(url.pathname)) return fromAnyCache(request);
  if (!KEPT.includes(url.pathname)) return null;
  const wantsNewest = url.pathname === KNOWLEDGE && request.cache === "no-cache";
  return wantsNewest ? fromNetwork(url.pathname, request) : fromCache(url.pathname, request);
}

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  if (event.data === "activate") event.waitUntil(self.skipWaiting());
  if (event.data === "started") event.waitUntil(forgetOlder());
});
self.addEventListener("fetch", (event) => {
  const answer = answerTo(event.request);
  if (answer !== null) event.respondWith(answer);
});
