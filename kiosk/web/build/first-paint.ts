import type { Plugin } from "vite";

/**
 * Puts the words of the plain card into `index.html` at build time: what a person sees while the script loads,
 * when an old browser cannot run it, and when it fails. It says to ask the staff, and which number to call.
 */
export function firstPaint(words: Readonly<Record<string, string>>, hotline: string): Plugin {
  const text = (key: string): string => (words[key] ?? "").replace(/[<>&]/g, "");
  return {
    name: "kiosk-first-paint",
    transformIndexHtml: (html) => ({
      // Its own and first, so that it sees whatever happens to the page's script.
      tags: [{ tag: "script", attrs: { src: "/plain.js" }, injectTo: "head-prepend" }],
      html: html
        .replace("%KIOSK_TITLE%", text("kiosk.title"))
        .replace("%KIOSK_LOADING%", text("kiosk.loading.title"))
        .replace("%KIOSK_LOADING_HELP%", text("kiosk.loading.help"))
        .replace("%KIOSK_OUT%", text("kiosk.plain.title"))
        .replace("%KIOSK_OUT_FAULT%", text("kiosk.failure.fault"))
        .replace("%KIOSK_OUT_HELP%", text("kiosk.plain.help"))
        .replace("%KIOSK_PHONE%", text("kiosk.loading.phone").replace("{{number}}", hotline)),
    }),
  };
}
