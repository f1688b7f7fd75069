import { createHash } from "node:crypto";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text made safe to stand in a page, inside an element or a quoted attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
}

/** Black on white and large, on any telephone; no font, picture or script is fetched. */
const STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0 auto;padding:1rem 1.1rem 3rem;max-width:40rem;font:1.25rem/1.65 "Noto Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif;color:#1d140e;background:#fffdf8;overflow-wrap:anywhere}
:lang(zh-Hant) body{font-family:"Noto Sans TC","PingFang TC","Microsoft JhengHei",system-ui,sans-serif}
h1{font-size:1.9rem;line-height:1.3;margin:.6rem 0}
h2{font-size:1.35rem;line-height:1.3;margin:2rem 0 .4rem}
dl{margin:1rem 0}
dl+dl{border-top:2px solid #8a6a52;padding-top:.3rem}
dt{font-weight:700;color:#51392a;margin-top:.7rem}
dd{margin:0}
.notice{border:3px solid #6b3f00;border-radius:.6rem;background:#fdeccb;padding:.7rem 1rem}
.fine{color:#51392a;font-size:1.1rem}
ul{padding-left:1.2rem}
li{margin:.5rem 0}
a{color:#0b4a7a;display:inline-block;min-height:2.2rem}
nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem}
nav li{margin:0}
`;

const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

/** The page may load nothing at all and be framed by nobody; its one style is known by its hash. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/**
 * A whole page.
 *
 * @param body markup whose texts are already escaped
 * @example htmlPage("zh-Hans", "高龄津贴", "<h1>高龄津贴</h1>")
 */
export function htmlPage(language: string, title: string, body: string): string {
  return (
    `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<meta name="referrer" content="no-referrer"><title>${escaped(title)}</title>` +
    `<style>${STYLE}</style></head><body>${body}</body></html>`
  );
}
