/** In the address: the staff's screen instead of the visitors'. */
const STAFF = "staff";

/** Whether this address leads to the staff's screen. */
export function leadsToStaff(search: string): boolean {
  return new URLSearchParams(search).has(STAFF);
}

/**
 * The address on the other side of the door: to the staff's screen, or from it back to the visitors'. Site and panel
 * stay in it.
 * @example throughDoor("?site=a") // "?site=a&staff="
 */
export function throughDoor(search: string): string {
  const address = new URLSearchParams(search);
  if (address.has(STAFF)) address.delete(STAFF);
  else address.set(STAFF, "");
  return `?${address}`;
}

/** Goes through the door; what a visitor left in memory is gone with the page. */
export function goThroughDoor(): void {
  location.replace(throughDoor(location.search));
}

/**
 * Opens the door with Ctrl+Alt+S on a real keyboard: the page's own keys, fingers and card readers that type digits
 * cannot press it, so no visitor comes in by chance.
 */
export function watchDoor(): void {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.altKey && event.code === "KeyS") goThroughDoor();
  });
}

/** Brings the staff's screen, in a script of its own so that visitors do not wait for it. */
export function bringStaff(address: string): void {
  const script = document.createElement("script");
  script.src = address;
  document.head.append(script);
}
