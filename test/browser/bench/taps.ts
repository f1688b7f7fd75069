import { SCREENS, SERVED_SCREENS } from "../screens.ts";
import type { Visitor } from "../visitor.ts";
import { slowProcessor, slowWorkers } from "./slow.ts";
import { armTap, type Painted, settledTap } from "./tap-watch.ts";

type Slowed = Pick<Visitor, "page" | "context">;

/** A tap, named by the screen it is made on; `control` is the control's name or how it begins. */
export interface TapKind {
  readonly on: string;
  readonly control: string;
}

const CONTROLS: Readonly<Record<string, readonly string[]>> = {
  home: [
    ...["card-home.money", "card-home.canteen", "card-home.care", "card-home.age", "card-home.rest"],
    ...["card-home.ask", "language-zh-Hant", "language-en", "bar-large", "bar-person"],
  ],
  "care-menu": ["card-care.home", "card-care.insurance", "bar-back"],
  "question-age": ["key-8", "bar-large", "bar-back"],
  "question-county": ["place-350582", "fact:hukou=?", "so-far"],
  "question-town": ["place-whole"],
  "question-choice": ["fact:"],
  "results-so-far": ["see-", "next"],
  benefit: ["benefit:", "take-away", "bar-restart"],
  canteens: ["see-", "next"],
  write: ["way-keys", "way-ready"],
  "write-words": ["offer-0"],
  "write-keys": ["letter-a"],
  "write-ready": ["example-"],
  understood: ["understood-yes", "understood-anew"],
  "take-away": ["take-scan", "take-number"],
};

/** What visitors tap: leads on every kind of screen, keys, pages, the bar, and what a worker answers. */
export const TAPS: readonly TapKind[] = Object.entries(CONTROLS).flatMap(([on, controls]) =>
  controls.map((control) => ({ on, control })),
);

/** Taps that outlast a return to the first screen. */
const LASTING = /^(language-|bar-large)/;

/** Reaches the screen at full speed, taps on a slow processor, and goes back to an untouched first screen. */
export async function timeTap(visitor: Visitor, { on, control }: TapKind): Promise<Painted> {
  const screen = [...SCREENS, ...SERVED_SCREENS].find(({ name }) => name === on);
  if (screen === undefined) throw new Error(`no screen is called ${on}`);
  await screen.reach(visitor);
  const found = await controlOn(visitor, control);
  const painted = await slowly(visitor, () => tapOnce(visitor, found));
  await (LASTING.test(control) ? reopen(visitor) : goHome(visitor));
  return painted;
}

/** There is nothing to go back to on the first screen alone. */
async function goHome(visitor: Visitor): Promise<void> {
  const away = visitor.page.locator('[data-control="bar-back"]:not([aria-disabled="true"])');
  if ((await away.count()) > 0) await visitor.go("bar-restart");
}

/** The first control that begins so, once it is there and takes touches. */
async function controlOn(visitor: Visitor, control: string): Promise<string> {
  const found = visitor.page.locator(`[data-control^="${control}"]`).first();
  await found.waitFor();
  await visitor.ready();
  return (await found.getAttribute("data-control")) ?? control;
}

/** Opens the page anew and waits until the engine is ready. */
export async function reopen(visitor: Visitor): Promise<void> {
  await visitor.page.reload();
  await visitor.informed();
}

/** Presses and lifts on the middle of a control, as the browser's own input. */
export async function tapOnce(visitor: Pick<Visitor, "page">, control: string): Promise<Painted> {
  const { page } = visitor;
  const box = await page.locator(`[data-control="${control}"]`).first().boundingBox();
  if (box === null) throw new Error(`${control} is not to be seen`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.evaluate(armTap);
  await page.mouse.down();
  await page.mouse.up();
  return page.evaluate(settledTap);
}

/** Does something while processor and workers are slow. */
export async function slowly<T>({ page, context }: Slowed, work: () => Promise<T>): Promise<T> {
  const session = await context.newCDPSession(page);
  await slowProcessor(session);
  await slowWorkers(page);
  try {
    return await work();
  } finally {
    await slowProcessor(session, 1);
    await slowWorkers(page, 1);
    await session.detach();
  }
}
