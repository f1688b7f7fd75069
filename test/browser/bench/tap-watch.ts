/** Milliseconds from lifting the finger. */
export interface Painted {
  /** Until the first frame that shows anything of what the tap does. */
  readonly first: number;
  /** Until the frame after the last change that came of it, e.g. when a worker's answer is shown. */
  readonly last: number;
}

interface Watch {
  up: number | null;
  painted: number[];
  changed: number;
  /** Questions to workers that wait for their answer. */
  asked: number;
}
type Watching = typeof globalThis & { tapWatch: Watch };

/**
 * Runs in the page: notes when the finger is lifted and when frames with changes of the screen were painted. A frame
 * counts as painted when a message sent from its animation callback arrives, which is after layout and painting.
 */
export function armTap(): void {
  const watch: Watch = { up: null, painted: [], changed: 0, asked: 0 };
  (globalThis as Watching).tapWatch = watch;
  addEventListener(
    "pointerup",
    (event) => {
      watch.up = event.timeStamp;
      watch.changed = performance.now();
    },
    { capture: true, once: true },
  );
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (this: Worker, message: unknown) {
    watch.asked += 1;
    this.addEventListener(
      "message",
      () => {
        watch.asked -= 1;
        watch.changed = performance.now();
      },
      { once: true },
    );
    post.call(this, message);
  };
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    watch.painted.push(performance.now());
  };
  new MutationObserver(() => {
    if (watch.up === null) return;
    watch.changed = performance.now();
    requestAnimationFrame(() => channel.port2.postMessage(null));
  }).observe(document.querySelector("#kiosk, main") ?? document.body, {
    ...{ childList: true, characterData: true, attributes: true, subtree: true },
  });
}

/** Runs in the page: waits until nothing changes any more and tells when it was painted. */
export async function settledTap(): Promise<Painted> {
  const watch = (globalThis as Watching).tapWatch;
  // Milliseconds without a change after which the tap has done all it does.
  const quiet = 900;
  for (;;) {
    const left = watch.changed + quiet - performance.now();
    if (watch.up !== null && watch.asked === 0 && left <= 0) break;
    await new Promise((later) => setTimeout(later, Math.max(left, 20)));
  }
  const [first] = watch.painted;
  const last = watch.painted.at(-1);
  if (first === undefined || last === undefined || watch.up === null)
    throw new Error("the tap changed nothing");
  return { first: first - watch.up, last: last - watch.up };
}
