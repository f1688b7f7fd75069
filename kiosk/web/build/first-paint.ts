import type { Plugin } from "vite";

/**
 * Puts the waiting text into `index.html` at build time: it is what a person sees while the script loads,
 * and all they see when an old browser cannot run it, so it says to ask the staff.
 */
export function firstPaint(words: Readonly<Record<string, string>>): Plugin {
  const text = (key: string): string => (words[key] ?? "").replace(/[<>&]/g, "");
  return {
    name: "kiosk-first-paint",
    transformIndexHtml: (html) =>
      html
        .replace("%KIOSK_TITLE%", text("kiosk.title"))
        .replace("%KIOSK_LOADING%", text("kiosk.loading.title"))
        .replace("%KIOSK_LOADING_HELP%", text("kiosk.loading.help")),
  };
}
