import type { SiteName } from "../background/messages.ts";

/** CSS pixels in a millimetre of paper, whatever the screen. */
const PIXELS_PER_PAPER_MM = 96 / 25.4;
/** Empty paper after the last line, in millimetres: what the cutter and the fingers need. */
const TAIL_MM = 12;
const SHEETS = { A4: "A4" } as const;

let rule: { readonly sheet: CSSStyleSheet; readonly index: number } | null = null;

/** The page's own first style sheet; rules put into it need no inline style, which the server forbids. */
function ownSheet(): CSSStyleSheet | null {
  return document.styleSheets[0] ?? null;
}

function setPaper(size: string, margin: string): void {
  const sheet = ownSheet();
  if (sheet === null) return;
  if (rule !== null) rule.sheet.deleteRule(rule.index);
  const index = sheet.cssRules.length;
  sheet.insertRule(`@page { size: ${size}; margin: ${margin}; }`, index);
  rule = { sheet, index };
}

/**
 * Prints what `.slip` holds on the printer of the site: a roll is cut where the slip ends, a sheet is A4. With
 * Chromium's `--kiosk-printing` it goes straight to the printer.
 */
export function printSlip(slip: HTMLElement, printer: SiteName["printer"]): void {
  if (printer === "A4") setPaper(SHEETS.A4, "15mm");
  else {
    const height = Math.ceil(slip.getBoundingClientRect().height / PIXELS_PER_PAPER_MM) + TAIL_MM;
    setPaper(`${printer}mm ${height}mm`, "0");
  }
  print();
}
