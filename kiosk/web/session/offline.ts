/** Set on the root by the page: nobody is using it, so it may be replaced. */
const FREE = "free";

/**
 * Keeps shell and knowledge on the device. A newer shell takes over only while nobody uses the kiosk:
 * the page must never change under somebody's finger. Without service workers the kiosk works, but online only.
 */
export async function keepOffline(): Promise<void> {
  const workers = navigator.serviceWorker;
  if (workers === undefined) return;
  const hadShell = workers.controller !== null;
  workers.addEventListener("controllerchange", () => {
    if (hadShell && isFree()) location.reload();
  });
  try {
    const registration = await workers.register("/sw.js");
    setInterval(() => replaceWhenFree(registration), CHECK_MS);
  } catch {
    document.documentElement.dataset.offline = "unavailable";
  }
}

const CHECK_MS = 10 * 60_000;

async function replaceWhenFree(registration: ServiceWorkerRegistration): Promise<void> {
  if (!isFree()) return;
  await registration.update().catch(() => undefined);
  if (isFree()) registration.waiting?.postMessage("activate");
}

function isFree(): boolean {
  return document.documentElement.dataset.session === FREE;
}
