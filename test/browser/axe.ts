import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const SOURCE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** 7:1 for text of any size and length: a kiosk's large text is read from far away, and 是 is a word. */
const CONTRAST = {
  ignoreUnicode: false,
  ignoreLength: true,
  ignorePseudo: false,
  boldValue: 700,
  boldTextPt: 14,
  largeTextPt: 18,
  contrastRatio: { normal: { expected: 7 }, large: { expected: 7 } },
  pseudoSizeThreshold: 0.25,
  shadowOutlineEmMax: 0.1,
};

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe has in its window. */
interface Axe {
  configure(spec: object): void;
  run(
    options: object,
  ): Promise<{ readonly violations: readonly Finding[]; readonly incomplete: readonly Finding[] }>;
}

/** Brings axe into the page, once for as long as it is open. */
export async function bringAxe(page: Page): Promise<void> {
  await page.evaluate(await readFile(SOURCE, "utf8"));
  await page.evaluate((options) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    axe.configure({
      checks: ["color-contrast", "color-contrast-enhanced"].map((id) => ({
        id,
        options,
      })),
    });
  }, CONTRAST);
}

/** What axe finds wrong with the screen, AAA included; what it cannot decide counts as wrong. */
export async function axeMisses(page: Page): Promise<readonly string[]> {
  const findings = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations, incomplete } = await axe.run({
      resultTypes: ["violations", "incomplete"],
      rules: { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } },
    });
    return [...violations, ...incomplete].map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html }) => html),
    }));
  });
  return findings.map(({ id, nodes }) => `axe ${id}: ${nodes.map((html) => html.slice(0, 120)).join(" | ")}`);
}
