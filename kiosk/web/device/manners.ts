/**
 * What a browser offers and a kiosk must not: menus, copies of what somebody wrote in the clipboard for the next
 * person to paste, text dragged about, and an old page with its old person brought back by the browser's history.
 */
const UNWANTED = ["contextmenu", "copy", "cut", "dragstart", "drop"] as const;

export function keepManners(): void {
  for (const name of UNWANTED) addEventListener(name, (event) => event.preventDefault());
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) location.reload();
  });
}
