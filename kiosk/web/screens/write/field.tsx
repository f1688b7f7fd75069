import type { RefObject } from "preact";
import { useContext, useEffect, useRef } from "preact/hooks";
import { Guard } from "../../parts/tap.tsx";
import type { Point, Stroke } from "../../writing/ink.ts";

/** Steps of the field's own measure: strokes are kept as shares of its side. */
const MEASURE = 1000;

interface FieldProps {
  readonly strokes: readonly Stroke[];
  readonly label: string;
  readonly onStroke: (stroke: Stroke) => void;
}

/**
 * The square to write a character in with one finger. A second finger is ignored while the first one writes, and
 * a hand that rests on the screen does not keep the finger from writing. The line under the finger is drawn at once,
 * past the page's own drawing.
 */
export function Field({ strokes, label, onStroke }: FieldProps) {
  const line = useRef<SVGPathElement>(null);
  const { start, move, end } = usePen(line, onStroke);
  useEffect(() => draw(line.current, []), [strokes]);
  return (
    <svg
      class="field"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${MEASURE} ${MEASURE}`}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <path class="field-guide" d={`M500 40V960M40 500H960`} />
      {strokes.map((stroke, at) => (
        <path key={at} class="field-ink" d={pathOf(stroke)} />
      ))}
      <path class="field-ink" ref={line} />
    </svg>
  );
}

/** One finger writing: `line` follows it, and what it has written is told when it lifts. */
function usePen(line: RefObject<SVGPathElement | null>, onStroke: (stroke: Stroke) => void) {
  const guard = useContext(Guard);
  const pen = useRef<{ readonly id: number; readonly points: Point[] } | null>(null);
  const add = (event: PointerEvent): void => {
    if (pen.current === null) return;
    const box = (event.currentTarget as Element).getBoundingClientRect();
    for (const one of [...coalesced(event), event]) pen.current.points.push(pointIn(box, one));
    draw(line.current, pen.current.points);
  };
  const start = (event: PointerEvent): void => {
    const alone = event.isPrimary || guard.beside(event.pointerId);
    if (pen.current !== null || !alone || !guard.accepts("field", 0)) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    pen.current = { id: event.pointerId, points: [] };
    add(event);
  };
  const move = (event: PointerEvent): void => {
    if (pen.current?.id === event.pointerId) add(event);
  };
  const end = (event: PointerEvent): void => {
    if (pen.current?.id !== event.pointerId) return;
    const { points } = pen.current;
    pen.current = null;
    if (event.type === "pointerup") onStroke(thinned(points));
    else draw(line.current, []);
  };
  return { start, move, end };
}

/** Places between two events; some browsers give none, so the event itself always counts too. */
function coalesced(event: PointerEvent): readonly PointerEvent[] {
  return event.type === "pointermove" && event.getCoalescedEvents ? event.getCoalescedEvents() : [];
}

function pointIn(box: DOMRect, { clientX, clientY }: PointerEvent): Point {
  return { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height };
}

/** Without points on the spot; three digits are finer than any finger. */
function thinned(points: readonly Point[]): Stroke {
  const rounded = points.map(({ x, y }) => ({
    x: Math.round(x * MEASURE) / MEASURE,
    y: Math.round(y * MEASURE) / MEASURE,
  }));
  return rounded.filter((point, at) => {
    const before = rounded[at - 1];
    return before === undefined || before.x !== point.x || before.y !== point.y;
  });
}

function draw(path: SVGPathElement | null, points: readonly Point[]): void {
  path?.setAttribute("d", pathOf(points));
}

/** A stroke of one point is a dot. */
function pathOf(points: readonly Point[]): string {
  const [first, ...rest] = points.map(({ x, y }) => `${x * MEASURE} ${y * MEASURE}`);
  if (first === undefined) return "";
  return rest.length === 0 ? `M${first}h1` : `M${first}L${rest.join("L")}`;
}
