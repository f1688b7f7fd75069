import type { ComponentChild } from "preact";
import { SHAPES } from "./shapes.tsx";

/**
 * A pictogram, drawn by us, always beside its words: hidden from screen readers because the words say it.
 * An unknown name draws nothing.
 */
export function Icon({ name }: { readonly name: string }): ComponentChild {
  const shape = SHAPES[name];
  if (shape === undefined) return null;
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      {shape()}
    </svg>
  );
}
