import { type ComponentChild, createContext } from "preact";
import { useContext } from "preact/hooks";
import { REPEAT_MS } from "../device/guard.ts";
import type { TouchGuard } from "../device/touch.ts";

/** The guard of the whole page; accepts everything until the page sets its own. */
export const Guard = createContext<TouchGuard>({
  screenChanged: () => {},
  settled: () => true,
  accepts: () => true,
  beside: () => false,
});

interface TapProps {
  /** Names the control for the guard against repeated taps. */
  readonly control: string;
  readonly class: string;
  readonly onTap: () => void;
  readonly children: ComponentChild;
  readonly label?: string | undefined;
  readonly pressed?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly repeatMs?: number | undefined;
}

/** Every button of the kiosk: acts when the finger is lifted, once, and never on a screen that has just appeared. */
export function Tap(props: TapProps): ComponentChild {
  const guard = useContext(Guard);
  const tap = (): void => {
    if (!props.disabled && guard.accepts(props.control, props.repeatMs ?? REPEAT_MS)) props.onTap();
  };
  return (
    <button
      type="button"
      class={`tap ${props.class}`}
      data-control={props.control}
      aria-label={props.label}
      aria-pressed={props.pressed}
      aria-disabled={props.disabled}
      onClick={tap}
    >
      {props.children}
    </button>
  );
}
