import type { Page } from "playwright-core";

/** A text or control that misses a bar, in words fit for a test's message. */
export type Miss = string;

interface TextBars {
  readonly pixelsPerMm: number;
  readonly textMm: number;
  readonly headMm: number;
}

/** Texts smaller than the bar, walking every text node on the screen. Half a percent is rounding. */
export function smallTexts(page: Page, bars: TextBars): Promise<readonly Miss[]> {
  return page.evaluate(({ pixelsPerMm, textMm, headMm }) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const misses: string[] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim() ?? "";
      const parent = walker.currentNode.parentElement;
      if (text === "" || parent === null || parent.closest(".unseen, .ruler, .slip, script") !== null)
        continue;
      const mm = Number.parseFloat(getComputedStyle(parent).fontSize) / pixelsPerMm;
      const bar = parent.closest("h1, .verdict, .phone-number") === null ? textMm : headMm;
      if (mm < bar * 0.995) misses.push(`${text.slice(0, 20)}: ${mm.toFixed(1)} mm`);
    }
    return misses;
  }, bars);
}

interface TargetBars {
  readonly pixelsPerMm: number;
  readonly sideMm: number;
  readonly gapMm: number;
  /** Millimetres from the lower edge above which no button may begin. */
  readonly reachMm: number;
}

/**
 * Controls that are too small, too close together, out of reach, or covered: a 4 px grid over each box must hit
 * the control itself in 95 of 100 points (round corners cost the rest).
 */
export function poorTargets(page: Page, bars: TargetBars): Promise<readonly Miss[]> {
  return page.evaluate(({ pixelsPerMm, sideMm, gapMm, reachMm }) => {
    const controls = Array.from(document.querySelectorAll<HTMLElement>("button, textarea"));
    const name = (control: HTMLElement): string => control.dataset.control ?? control.tagName;
    const boxes = controls.map((control) => ({ control, box: control.getBoundingClientRect() }));
    const misses: string[] = [];
    for (const { control, box } of boxes) {
      const side = Math.min(box.width, box.height) / pixelsPerMm;
      if (side < sideMm * 0.995) misses.push(`${name(control)}: ${side.toFixed(1)} mm`);
      const fromBelow = (innerHeight - box.top) / pixelsPerMm;
      if (control.tagName === "BUTTON" && fromBelow > reachMm + 0.5)
        misses.push(`${name(control)}: ${fromBelow.toFixed(0)} mm above the edge`);
      let points = 0;
      let hits = 0;
      for (let x = box.left + 2; x < box.right; x += 4)
        for (let y = box.top + 2; y < box.bottom; y += 4) {
          points += 1;
          if (control.contains(document.elementFromPoint(x, y))) hits += 1;
        }
      if (hits < points * 0.95) misses.push(`${name(control)}: ${hits} of ${points} points hit it`);
    }
    for (const [index, one] of boxes.entries())
      for (const other of boxes.slice(index + 1)) {
        const across = Math.max(one.box.left - other.box.right, other.box.left - one.box.right);
        const down = Math.max(one.box.top - other.box.bottom, other.box.top - one.box.bottom);
        const gap = Math.max(across, down) / pixelsPerMm;
        if (gap < gapMm * 0.99)
          misses.push(`${name(one.control)} and ${name(other.control)}: ${gap.toFixed(1)} mm apart`);
      }
    return misses;
  }, bars);
}

/** Text that is cut off or would need scrolling. */
export function cutOff(page: Page): Promise<readonly Miss[]> {
  return page.evaluate(() => {
    const misses: string[] = [];
    const main = document.querySelector("main");
    const bottom = document.querySelector(".bar")?.getBoundingClientRect().top ?? innerHeight;
    const width = document.documentElement.clientWidth;
    for (const part of Array.from(main?.querySelectorAll<HTMLElement>("h1, h2, p, button, span") ?? [])) {
      if (part.closest(".unseen") !== null || part.textContent === "") continue;
      const box = part.getBoundingClientRect();
      const out = box.bottom > bottom + 1 || box.right > width + 1 || box.left < -1 || box.top < -1;
      if (out) misses.push(`off the screen: ${part.textContent?.slice(0, 20)}`);
    }
    for (const button of Array.from(document.querySelectorAll<HTMLElement>("button, .verdict"))) {
      if (button.scrollWidth > button.clientWidth + 1 || button.scrollHeight > button.clientHeight + 1)
        misses.push(`does not fit its button: ${button.textContent}`);
    }
    return misses;
  });
}

/** Anything that moves: animations or transitions in the page's own styles. */
export function moving(page: Page): Promise<readonly Miss[]> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>("body, body *"))
      .filter((element) => {
        const style = getComputedStyle(element);
        return style.animationName !== "none" || style.transitionDuration !== "0s";
      })
      .map((element) => element.className),
  );
}

/** Texts whose colour and background are closer than `bar` to 1; the page has no gradients and no transparency. */
export function lowContrast(page: Page, bar: number): Promise<readonly Miss[]> {
  return page.evaluate((least) => {
    const channels = (colour: string): readonly number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const light = (colour: string): number => {
      const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
        const part = channel / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const behind = (element: HTMLElement | null): string => {
      if (element === null) return "rgb(255, 255, 255)";
      const colour = getComputedStyle(element).backgroundColor;
      return channels(colour)[3] === 0 ? behind(element.parentElement) : colour;
    };
    const misses: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      const text = walker.currentNode.textContent?.trim() ?? "";
      if (text === "" || parent === null || parent.closest(".unseen, .slip, script") !== null) continue;
      const [dark = 0, bright = 0] = [light(getComputedStyle(parent).color), light(behind(parent))].sort(
        (one, other) => one - other,
      );
      const ratio = (bright + 0.05) / (dark + 0.05);
      if (ratio < least) misses.push(`${text.slice(0, 20)}: ${ratio.toFixed(1)} to 1`);
    }
    return misses;
  }, bar);
}
