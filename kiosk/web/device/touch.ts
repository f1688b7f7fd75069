import { useEffect, useMemo } from "preact/hooks";
import { createFingers, type Fingers } from "./fingers.ts";
import { createTapGuard, type TapGuard } from "./guard.ts";

/** What decides whether a touch is meant. */
export interface TouchGuard extends TapGuard {
  /** Whether that pointer may act although another one, a resting palm, came down before it. */
  beside(pointer: number): boolean;
}

/** The guard of the whole page, which from then on turns touches into taps. */
export function useTouchGuard(): TouchGuard {
  const [guard, fingers] = useMemo(() => {
    const now = (): number => performance.now();
    const made = createFingers(now);
    return [{ ...createTapGuard(now), beside: made.beside }, made] as const;
  }, []);
  useEffect(() => watchTouch(fingers, guard), []);
  return guard;
}

/**
 * Makes taps out of touches by ourselves. Browsers make none of a finger that trembles, that stays long, or that has
 * company, and elders' fingers do all of that. A tap is a finger that comes down and is lifted on the same control.
 */
function watchTouch(fingers: Fingers, guard: TapGuard): () => void {
  const begun = new Map<number, Element | null>();
  const down = (event: PointerEvent): void => {
    if (event.pointerType === "mouse") return;
    fingers.down(event.pointerId);
    begun.set(event.pointerId, guard.settled() ? controlOf(event.target) : null);
  };
  const up = (event: PointerEvent): void => {
    const control = begun.get(event.pointerId) ?? null;
    begun.delete(event.pointerId);
    if (!fingers.lifted(event.pointerId) || control === null) return;
    if (controlOf(document.elementFromPoint(event.clientX, event.clientY)) === control)
      (control as HTMLElement).click();
  };
  const lost = (event: PointerEvent): void => {
    begun.delete(event.pointerId);
    fingers.lifted(event.pointerId);
  };
  // The browser's own click would come on top of ours.
  const noClick = (event: TouchEvent): void => {
    if (controlOf(event.target) !== null && event.cancelable) event.preventDefault();
  };
  addEventListener("pointerdown", down, true);
  addEventListener("pointerup", up, true);
  addEventListener("pointercancel", lost, true);
  addEventListener("touchend", noClick, { capture: true, passive: false });
  return () => {
    removeEventListener("pointerdown", down, true);
    removeEventListener("pointerup", up, true);
    removeEventListener("pointercancel", lost, true);
    removeEventListener("touchend", noClick, true);
  };
}

function controlOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest("[data-control]") : null;
}
