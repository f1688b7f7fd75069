import { fileURLToPath } from "node:url";
import { defineConfig, type UserConfig } from "vite";
import { compressed } from "./build/compressed.ts";
import { firstPaint } from "./build/first-paint.ts";
import { ofVisitors, readFirstWords, readHotline } from "./build/first-words.ts";
import { licences } from "./build/licences.ts";
import { precacheList } from "./build/precache-list.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Scripts that are asked for by their name, which therefore stays the same. */
const BY_NAME = new Set(["sw", "plain"]);

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
      firstPaint(words, readHotline(here("../../knowledge/offices/hotlines.yaml"))),
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
        input: {
          index: here("./index.html"),
          sw: here("./background/service-worker.ts"),
          plain: here("./plain/plain.ts"),
        },
        output: {
          entryFileNames: (chunk) => (BY_NAME.has(chunk.name) ? "[name].js" : "assets/[name]-[hash].js"),
        },
      },
    },
  };
}

export default defineConfig(kioskBuild(here("../../build/kiosk")));
