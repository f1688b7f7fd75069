/** Set on the root by the page: nobody is using it, so it may be replaced. */
const FREE = "free";

/** How often a newer page is looked for, in milliseconds. */
const CHECK_MS = 10 * 60_000;

/**
 * Pause before a newer page takes over, in milliseconds. The worker of the older one hands over only when it has
 * nothing to do, and just when somebody has left much is asked of it.
 */
const CALM_MS = 3_000;

/**
 * Keeps page and knowledge on the device. A newer page takes over only while nobody uses the kiosk: it must never
 * change under somebody's finger. Without service workers the kiosk works, but online only.
 */
export function keepOffline(): void {
  const workers = navigator.serviceWorker;
  if (workers === undefined) return;
  reloadForNewerPage(workers);
  workers.controller?.postMessage("started");
  let registration: ServiceWorkerRegistration | null = null;
  let due = true;
  let calm: ReturnType<typeof setTimeout> | undefined;
  const activate = (): void => {
    clearTimeout(calm);
    calm = setTimeout(() => {
      if (isFree()) registration?.waiting?.postMessage("activate");
    }, CALM_MS);
  };
  // Registered anew each time: where the first try found no network there is nothing yet to bring up to date.
  const look = async (): Promise<void> => {
    registration = await workers.register("/sw.js");
    registration.onupdatefound = () => registration?.installing?.addEventListener("statechange", activate);
    await registration.update();
    activate();
  };
  const tend = (): void => {
    activate();
    if (!due || !isFree()) return;
    due = false;
    // Where it failed, the next time somebody has left is soon enough.
    look().catch(() => {
      due = true;
    });
  };
  setInterval(() => {
    due = true;
    tend();
  }, CHECK_MS);
  whenFree(tend);
  tend();
}

/** The first worker only takes over; every later one brings a newer page, which waits until nobody is there. */
function reloadForNewerPage(workers: ServiceWorkerContainer): void {
  let controlled = workers.controller !== null;
  let newer = false;
  const reload = (): void => {
    if (newer && isFree()) location.reload();
  };
  workers.addEventListener("controllerchange", () => {
    newer = controlled;
    controlled = true;
    reload();
  });
  whenFree(reload);
}

/** Calls back each time somebody has left. */
function whenFree(then: () => void): void {
  const seen = new MutationObserver(() => {
    if (isFree()) then();
  });
  seen.observe(document.documentElement, { attributes: true, attributeFilter: ["data-session"] });
}

function isFree(): boolean {
  return document.documentElement.dataset.session === FREE;
}
