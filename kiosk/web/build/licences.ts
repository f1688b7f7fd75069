import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

/** Ships the licence texts of data beside the data: file name among the assets → file to read. */
export function licences(files: Readonly<Record<string, string>>): Plugin {
  return {
    name: "kiosk-licences",
    generateBundle() {
      for (const [name, file] of Object.entries(files))
        this.emitFile({ type: "asset", fileName: `assets/${name}`, source: readFileSync(file, "utf8") });
    },
  };
}
