import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Plugin } from "vite";

const pack = promisify(gzip);

/** Kinds of files that become smaller; pictures and sound are packed already. */
const TEXTS = /\.(?:html|js|css|json|txt|svg|bin)$/;

/**
 * Lays a gzip form beside each built file, which the server sends instead (`index.html.gz`). Packed once when it
 * is built, and gzip alone, because browsers take anything denser over https only and kiosks mostly hang on plain http.
 */
export function compressed(): Plugin {
  return {
    name: "compressed-files",
    async writeBundle({ dir }, bundle) {
      if (dir === undefined) this.error("the build has no folder to lay the compressed files in");
      const names = Object.keys(bundle).filter((name) => TEXTS.test(name));
      await Promise.all(
        names.map(async (name) => {
          const file = join(dir, name);
          await writeFile(`${file}.gz`, await pack(await readFile(file), { level: 9 }));
        }),
      );
    },
  };
}
