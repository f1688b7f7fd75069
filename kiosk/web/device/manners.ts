/**
 * What a browser offers and a kiosk must not: menus, copies of what somebody wrote in the clipboard for the next
 * person to paste, text dragged about, and an old page with its old person brought back by the browser's history.
 */
const UNWANTED = ["contextmenu", "copy", "cut", "dragstart", "drop"] as const;

/** A touchpad's two fingers come as a turned wheel with Ctrl held, and would enlarge the page. */
function keepSize(event: WheelEvent): void {
  if (event.ctrlKey) event.preventDefault();
}

export function keepManners(): void {
  for (const name of UNWANTED) addEventListener(name, (event) => event.preventDefault());
  addEventListener("wheel", keepSize, { passive: false });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) location.reload();
  });
}
