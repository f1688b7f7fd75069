import type { ComponentChild } from "preact";
import { useEffect, useErrorBoundary } from "preact/hooks";

interface BoundaryProps {
  /** Names the screen: another one is tried again after a failure. */
  readonly screen: string;
  /** Shown in place of a screen that cannot be drawn. */
  readonly instead: ComponentChild;
  readonly children: ComponentChild;
}

/** Keeps a screen that cannot be drawn from taking the bar, and with it the way back, away. */
export function Boundary({ screen, instead, children }: BoundaryProps): ComponentChild {
  const [error, reset] = useErrorBoundary();
  useEffect(() => {
    if (error !== undefined) reset();
  }, [screen]);
  return error === undefined ? children : instead;
}

interface LastBoundaryProps {
  readonly died: () => void;
  /** Makes what is drawn: kept ready-made it would remember the screens that were once drawn in it. */
  readonly draw: () => ComponentChild;
}

/** The last resort: what cannot be drawn at all is taken away, with everything of the person, for the plain card. */
export function LastBoundary({ died, draw }: LastBoundaryProps): ComponentChild {
  const [error] = useErrorBoundary(died);
  return error === undefined ? draw() : null;
}
