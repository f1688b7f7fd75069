import type { Page } from "playwright-core";

/** Keeps the page waiting for its knowledge until the function that comes back is called; then it does not come. */
export async function holdKnowledge(page: Page): Promise<() => void> {
  let fail = (): void => {};
  const held = new Promise<void>((letGo) => {
    fail = letGo;
  });
  await page.route("**/knowledge.json", async (route) => {
    await held;
    await route.abort();
  });
  return fail;
}
