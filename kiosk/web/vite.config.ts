import { fileURLToPath } from "node:url";
import { defineConfig, type UserConfig } from "vite";
import { compressed } from "./build/compressed.ts";
import { firstPaint } from "./build/first-paint.ts";
import { ofVisitors, readFirstWords } from "./build/first-words.ts";
import { licences } from "./build/licences.ts";
import { precacheList } from "./build/precache-list.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Settings of the kiosk's build, also used by the tests with another output folder.
 * ES2017 because the boards in community centres often carry a browser that is years old.
 */
export function kioskBuild(outDir: string): UserConfig {
  const words = readFirstWords(here("../../knowledge/phrases/zh-Hans/kiosk.yaml"));
  return {
    root: here("."),
    publicDir: false,
    logLevel: "warn",
    define: { FIRST_WORDS: JSON.stringify(ofVisitors(words)), STAFF_WORDS: JSON.stringify(words) },
    plugins: [
      firstPaint(words),
      licences({ "strokes-licence.txt": here("./writing/data/ARPHICPL.TXT") }),
      precacheList(),
      compressed(),
    ],
    worker: { format: "iife" },
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2017",
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { index: here("./index.html"), sw: here("./background/service-worker.ts") },
        output: {
          entryFileNames: (chunk) => (chunk.name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
        },
      },
    },
  };
}

export default defineConfig(kioskBuild(here("../../build/kiosk")));
