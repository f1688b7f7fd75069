/** Caches of the service worker: page and public knowledge. */
const OWN_CACHES = "kiosk-";

/**
 * Empties whatever a browser can keep for a page. The kiosk writes nothing of a person into any of it; this holds
 * even if a part of it, or something put into the page by the device, once should. Page and knowledge stay.
 */
export async function sweep(): Promise<void> {
  getSelection()?.removeAllRanges();
  const names = document.cookie.split(";").map((cookie) => cookie.split("=")[0]?.trim());
  for (const name of names) {
    // biome-ignore lint/suspicious/noDocumentCookie: taking away needs no newer way, and old browsers have none
    document.cookie = `${name}=; max-age=0; path=/`;
  }
  await Promise.all(
    [emptyStores(), dropDatabases(), dropCaches()].map((done) => done.catch(() => undefined)),
  );
}

/** Browsers that refuse storage to a page throw where others answer; then there is nothing to empty. */
async function emptyStores(): Promise<void> {
  sessionStorage.clear();
  localStorage.clear();
}

async function dropDatabases(): Promise<void> {
  const found = (await indexedDB.databases?.()) ?? [];
  for (const { name } of found) if (name !== undefined) indexedDB.deleteDatabase(name);
}

async function dropCaches(): Promise<void> {
  const foreign = (await caches.keys()).filter((name) => !name.startsWith(OWN_CACHES));
  await Promise.all(foreign.map((name) => caches.delete(name)));
}
