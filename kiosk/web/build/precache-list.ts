import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/**
 * Writes into the service worker what it must keep: the shell, every built asset and the knowledge,
 * and a version made from their content, so that a changed build is a changed service worker.
 */
export function precacheList(): Plugin {
  return {
    name: "kiosk-precache-list",
    enforce: "post",
    generateBundle(_options, bundle) {
      const worker = bundle["sw.js"];
      if (worker?.type !== "chunk") this.error("the build has no sw.js to write the precache list into");
      const hash = createHash("sha256").update(worker.code);
      const files = Object.keys(bundle).filter((name) => name !== "sw.js" && name !== "index.html");
      for (const name of [...files, "index.html"].sort()) {
        const output = bundle[name];
        hash.update(name).update(output?.type === "chunk" ? output.code : (output?.source ?? ""));
      }
      const list = ["/", "/knowledge.json", ...files.map((name) => `/${name}`).sort()];
      worker.code = worker.code
        .replace("PRECACHE_LIST", JSON.stringify(list))
        .replace("PRECACHE_VERSION", JSON.stringify(hash.digest("hex").slice(0, 16)));
    },
  };
}
