/**
 * What our code uses of the language's library and Chromium 84 does not have yet (`at` came with 92, `replaceAll` with
 * 85, `Object.hasOwn` with 93). Imported first by the page and by each worker; newer browsers keep their own.
 */
function fillIn(place: object, name: string, value: unknown): void {
  if (name in place) return;
  Object.defineProperty(place, name, { value, writable: true, configurable: true });
}

function at(this: ArrayLike<unknown>, index: number): unknown {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

/** `what` with the flag `g`, or a text to be taken as it stands; `by` may be a function in either case. */
function replaceAll(this: string, what: string | RegExp, by: string): string {
  const pattern =
    typeof what === "string" ? new RegExp(what.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), "g") : what;
  return this.replace(pattern, by);
}

for (const kind of [Array, String, Object.getPrototypeOf(Uint8Array)]) fillIn(kind.prototype, "at", at);
fillIn(String.prototype, "replaceAll", replaceAll);
fillIn(Object, "hasOwn", (owner: object, name: PropertyKey) =>
  // biome-ignore lint/suspicious/noPrototypeBuiltins: what is recommended instead is what is filled in here
  Object.prototype.hasOwnProperty.call(owner, name),
);
