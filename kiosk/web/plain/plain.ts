/**
 * Runs before the page's own script and without any part of it. When that script does not come, does not start or
 * dies, the plain card of `index.html` takes the place of the page: whom to ask, and a number to call. Then it tries
 * again by itself. Older browsers that cannot even read this keep the card, too.
 */
const root = document.documentElement;
/** Longest that the page may take to start, and time between tries to start anew, in milliseconds. */
const START_MS = 20_000;
const RETRY_MS = 30_000;
/** Something failed while somebody was there: what is left may be damaged, so it starts anew when they have left. */
let damaged = false;

const started = (): boolean => root.dataset.session !== undefined;

/** Only when there is a page to load: a browser's own error page would never go away. */
function startAnew(): void {
  fetch("/", { method: "HEAD" }).then(
    ({ ok }) => (ok ? location.reload() : again()),
    () => again(),
  );
}

function again(): void {
  setTimeout(() => {
    if (root.dataset.out !== undefined) startAnew();
  }, RETRY_MS);
}

function showCard(): void {
  if (root.dataset.out !== undefined) return;
  root.dataset.out = "";
  again();
}

function failed(): void {
  if (started()) damaged = true;
  else showCard();
}

// Captured, because a script that cannot be loaded says so to nobody but itself.
addEventListener("error", failed, true);
addEventListener("unhandledrejection", failed);
addEventListener("kiosk-died", showCard);
setTimeout(() => {
  if (!started()) showCard();
}, START_MS);
new MutationObserver(() => {
  if (damaged && root.dataset.session === "free") startAnew();
}).observe(root, { attributes: true, attributeFilter: ["data-session"] });
