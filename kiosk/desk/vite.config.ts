import { fileURLToPath } from "node:url";
import preact from "@preact/preset-vite";
import { defineConfig, type InlineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** How the adviser's page is built into `folder`; a test builds it into one of its own. */
export function deskBuild(folder: string): InlineConfig {
  return {
    root: here("."),
    base: "/desk/",
    plugins: [preact()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: "es2022",
      modulePreload: { polyfill: false },
    },
  };
}

export default defineConfig(deskBuild(here("../../build/desk")));
