/**
 * Whether this browser can show the kiosk as it is drawn. Buttons are kept apart by gaps in flexible rows, which came
 * with Chromium 84 and which no `@supports` can ask for, so a row is laid out and looked at. Without them buttons
 * touch each other; then the plain card of the page stays, which sends people to the staff.
 */
export function canShowKiosk(): boolean {
  const column = document.createElement("div");
  column.style.cssText = "display:flex;flex-direction:column;row-gap:1px;position:absolute";
  column.append(document.createElement("div"), document.createElement("div"));
  document.body.append(column);
  const keepsGaps = column.scrollHeight === 1;
  column.remove();
  return keepsGaps;
}
