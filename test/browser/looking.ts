import type { Page } from "playwright-core";

/** What a screen must hold to, in millimetres of one device and type size. */
export interface Bars {
  readonly pixelsPerMm: number;
  readonly textMm: number;
  readonly headMm: number;
  /** Height of the strips at the top and at the bottom in which no button may lie. */
  readonly aboveReachMm: number;
  readonly belowReachMm: number;
}

/** Sides of buttons in millimetres, the space between them, and the part of each that a touch must hit. */
const TARGETS = { primaryMm: 20, anyMm: 16, gapMm: 4, hit: 0.95 };
/** Taps of a shaking hand: how many, how far they scatter per axis, and the part that must land. */
const SHAKING = { taps: 200, spreadMm: 3.4, land: 0.99, seed: 20261122 };
const READING = { lineHeight: 1.5, hanziPerLine: 20, hanziPerPage: 80, choices: 6 };
const CONTRAST = { any: 7, answer: 10 };
/** Buttons that are aids, not what one came to choose; letters are keys, of which a narrow panel must hold ten in a row. */
const AIDS = "^(bar-|language-|previous$|next$|read$|letter-)";
/** Ways past a question or on from an answer, beside what one chooses from; and what one writes with. */
const WAYS_PAST =
  "(=\\?$|^so-far$|^place-whole$|^write$|^key-|^benefit:|^take-away$|^hand-over$" +
  "|^way-|^send$|^speak$|^offer-|^more$|^undo$|^clear$|^erase$)";

/** Everything on the screen that misses a bar, in words fit for a test's message; one look into the page. */
export function misses(page: Page, bars: Bars): Promise<readonly string[]> {
  return page.evaluate(look, { bars, TARGETS, SHAKING, READING, CONTRAST, AIDS, WAYS_PAST });
}

interface Rules {
  readonly bars: Bars;
  readonly TARGETS: typeof TARGETS;
  readonly SHAKING: typeof SHAKING;
  readonly READING: typeof READING;
  readonly CONTRAST: typeof CONTRAST;
  readonly AIDS: string;
  readonly WAYS_PAST: string;
}

/** Runs in the page: knows nothing but its argument. */
function look({ bars, TARGETS, SHAKING, READING, CONTRAST, AIDS, WAYS_PAST }: Rules): readonly string[] {
  const found: string[] = [];
  const mm = (pixels: number): number => pixels / bars.pixelsPerMm;
  const brief = (text: string): string => text.trim().slice(0, 16);
  const aids = new RegExp(AIDS);
  const waysPast = new RegExp(WAYS_PAST);

  interface Text {
    readonly node: Text_;
    readonly parent: Element;
    readonly text: string;
    readonly rects: readonly DOMRect[];
    readonly style: CSSStyleDeclaration;
  }
  type Text_ = globalThis.Text;
  const texts = collectTexts();
  const buttons = Array.from(document.querySelectorAll<HTMLElement>("button"));
  const name = (element: Element): string =>
    (element instanceof HTMLElement && element.dataset.control) || brief(element.textContent ?? "");

  sizes();
  lines();
  places();
  targets();
  contrasts();
  amounts();
  movement();
  return found;

  function collectTexts(): readonly Text[] {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const all: Text[] = [];
    while (walker.nextNode()) {
      const node = walker.currentNode as Text_;
      const text = node.textContent?.trim() ?? "";
      const parent = node.parentElement;
      if (text === "" || parent === null || parent.closest(".unseen, .ruler, .slip, script") !== null)
        continue;
      const style = getComputedStyle(parent);
      if (style.clipPath !== "none") continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = Array.from(range.getClientRects()).filter((rect) => rect.width > 0);
      if (rects.length > 0) all.push({ node, parent, text, rects, style });
    }
    return all;
  }

  function sizes(): void {
    for (const { parent, text, style } of texts) {
      const size = Number.parseFloat(style.fontSize);
      const least = parent.closest("h1, .verdict, .phone-number, .emergency-number")
        ? bars.headMm
        : bars.textMm;
      if (mm(size) < least * 0.995) found.push(`small: ${brief(text)} ${mm(size).toFixed(1)} mm`);
      const height = Number.parseFloat(style.lineHeight);
      if (parent.namespaceURI?.endsWith("svg")) continue;
      if (height < size * READING.lineHeight - 0.05)
        found.push(`close lines: ${brief(text)} ${(height / size).toFixed(2)}`);
    }
  }

  /** Longest lines in Chinese characters: only texts of more than that can have one. */
  function lines(): void {
    for (const { node, text } of texts) {
      if ((text.match(/\p{Script=Han}/gu) ?? []).length <= READING.hanziPerLine) continue;
      const counts = new Map<number, number>();
      const range = document.createRange();
      const whole = node.data;
      for (let at = 0; at < whole.length; at += 1) {
        if (!/\p{Script=Han}/u.test(whole[at] ?? "")) continue;
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const top = Math.round(range.getBoundingClientRect().top);
        counts.set(top, (counts.get(top) ?? 0) + 1);
      }
      const most = Math.max(0, ...counts.values());
      if (most > READING.hanziPerLine) found.push(`long line: ${brief(text)} ${most}`);
    }
  }

  /** Text off the screen, out of its button or box, under the bar, or over other text. */
  function places(): void {
    const bar = document.querySelector(".bar")?.getBoundingClientRect();
    for (const { parent, text, rects } of texts) {
      const box = parent.closest("button, .verdict, .phone, .pad-display, svg")?.getBoundingClientRect();
      const inBar = parent.closest(".bar, .foot") !== null;
      for (const rect of rects) {
        const bottom = inBar ? innerHeight : (bar?.top ?? innerHeight);
        const off =
          rect.left < -1 || rect.right > innerWidth + 1 || rect.top < -1 || rect.bottom > bottom + 1;
        if (off) found.push(`off the screen: ${brief(text)}`);
        else if (box && sticksOut(rect, box)) found.push(`out of its box: ${brief(text)}`);
      }
    }
    for (const [index, one] of texts.entries())
      for (const other of texts.slice(index + 1))
        if (one.rects.some((rect) => other.rects.some((beside) => covers(rect, beside))))
          found.push(`over each other: ${brief(one.text)} / ${brief(other.text)}`);
    const root = document.documentElement;
    const main = document.querySelector("main");
    for (const part of [root, main])
      if (part && (part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1))
        found.push(`scrolls: ${part.tagName} ${part.scrollHeight - part.clientHeight}`);
    if (bar && bar.bottom > innerHeight + 1) found.push("the bar is off the screen");
  }

  function sticksOut(rect: DOMRect, box: DOMRect): boolean {
    return (
      rect.left < box.left - 1 ||
      rect.right > box.right + 1 ||
      rect.top < box.top - 2 ||
      rect.bottom > box.bottom + 2
    );
  }

  function covers(one: DOMRect, other: DOMRect): boolean {
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    return across > 2 && down > 3;
  }

  function targets(): void {
    const shaking = scatter();
    const boxes = buttons
      .map((button) => ({ button, box: button.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0);
    for (const { button, box } of boxes) {
      const control = button.dataset.control ?? "";
      const primary = !aids.test(control);
      const side = mm(Math.min(box.width, box.height));
      const least = primary ? TARGETS.primaryMm : TARGETS.anyMm;
      if (side < least * 0.995) found.push(`small target: ${control} ${side.toFixed(1)} mm`);
      if (mm(box.top) < bars.aboveReachMm - 0.5)
        found.push(`too high: ${control} ${mm(box.top).toFixed(0)} mm`);
      if (mm(innerHeight - box.bottom) < bars.belowReachMm - 0.5) found.push(`too low: ${control}`);
      const part = hitPart(button, box);
      if (part < TARGETS.hit) found.push(`covered: ${control} ${(part * 100).toFixed(0)} % hit it`);
      if (primary) {
        const landed = shaking.filter(([x, y]) =>
          hits(button, box.left + box.width / 2 + x, box.top + box.height / 2 + y),
        ).length;
        if (landed < shaking.length * SHAKING.land)
          found.push(`missed: ${control} ${landed} of ${shaking.length}`);
      }
    }
    for (const [index, one] of boxes.entries())
      for (const other of boxes.slice(index + 1)) {
        const across = Math.max(one.box.left - other.box.right, other.box.left - one.box.right);
        const down = Math.max(one.box.top - other.box.bottom, other.box.top - one.box.bottom);
        const gap = mm(Math.max(across, down));
        if (gap < TARGETS.gapMm * 0.99)
          found.push(`close: ${name(one.button)} and ${name(other.button)} ${gap.toFixed(1)} mm`);
      }
  }

  function hits(button: Element, x: number, y: number): boolean {
    return button.contains(document.elementFromPoint(x, y));
  }

  /** Part of the box that a touch really hits, on a grid of about 4 pixels, at most 40 points a side. */
  function hitPart(button: Element, box: DOMRect): number {
    const across = Math.max(4, box.width / 40);
    const down = Math.max(4, box.height / 40);
    let points = 0;
    let hit = 0;
    for (let x = box.left + 2; x < box.right; x += across)
      for (let y = box.top + 2; y < box.bottom; y += down) {
        points += 1;
        if (hits(button, x, y)) hit += 1;
      }
    return hit / Math.max(1, points);
  }

  /** Offsets of a shaking hand in pixels: the same for every button, from a seed. */
  function scatter(): readonly (readonly [number, number])[] {
    let seed = SHAKING.seed;
    const random = (): number => {
      seed = (seed * 1664525 + 1013904223) % 4294967296;
      return (seed + 0.5) / 4294967296;
    };
    const spread = SHAKING.spreadMm * bars.pixelsPerMm;
    return Array.from({ length: SHAKING.taps }, () => {
      const radius = Math.sqrt(-2 * Math.log(random())) * spread;
      const angle = 2 * Math.PI * random();
      return [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
    });
  }

  function contrasts(): void {
    for (const { parent, text, style } of texts) {
      const drawn = parent.namespaceURI?.endsWith("svg");
      const front = light(drawn ? style.fill : style.color);
      const back = light(drawn ? "rgb(244, 248, 241)" : behind(parent));
      const [dark, bright] = front < back ? [front, back] : [back, front];
      const ratio = (bright + 0.05) / (dark + 0.05);
      const answer = parent.closest(".page") !== null && parent.closest("button, svg") === null;
      if (parent.closest(".map-number") !== null) continue;
      if (ratio < (answer ? CONTRAST.answer : CONTRAST.any))
        found.push(`pale: ${brief(text)} ${ratio.toFixed(1)}`);
    }
  }

  function channels(colour: string): readonly number[] {
    return (colour.match(/[\d.]+/g) ?? []).map(Number);
  }

  function light(colour: string): number {
    const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
      const part = channel / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function behind(element: Element | null): string {
    if (element === null) return "rgb(255, 255, 255)";
    const colour = getComputedStyle(element).backgroundColor;
    return channels(colour)[3] === 0 ? behind(element.parentElement) : colour;
  }

  /** Text of an answer's page, and choices on the screen. */
  function amounts(): void {
    const read = texts
      .filter(
        ({ parent }) =>
          parent.closest(".page") !== null && parent.closest("h1, button, svg, output") === null,
      )
      .reduce((sum, { text }) => sum + (text.match(/\p{Script=Han}/gu) ?? []).length, 0);
    const asks = document.querySelector(".page-ask, .page-number, .page-emergency") !== null;
    if (!asks && read > READING.hanziPerPage) found.push(`much to read: ${read} characters`);
    const choices = buttons.filter(
      ({ dataset: { control = "" } }) => !aids.test(control) && !waysPast.test(control),
    );
    if (choices.length > READING.choices) found.push(`many choices: ${choices.length}`);
  }

  function movement(): void {
    for (const element of Array.from(document.querySelectorAll<HTMLElement>("body *"))) {
      const style = getComputedStyle(element);
      if (style.animationName !== "none" || style.transitionDuration !== "0s")
        found.push(`moves: ${name(element)}`);
    }
  }
}
