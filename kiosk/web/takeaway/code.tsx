import { encode } from "uqr";

/** Cells of quiet around a code; readers need them to find its corners. */
const QUIET = 4;

/** A code to scan, drawn by this page without a network. The words beside it say where it leads. */
export function Code({ address }: { readonly address: string }) {
  const { size, data } = encode(address, { ecc: "M", border: 0 });
  const side = size + 2 * QUIET;
  const cells: string[] = [];
  data.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) cells.push(`M${x + QUIET} ${y + QUIET}h1v1h-1z`);
    });
  });
  return (
    <svg class="code" viewBox={`0 0 ${side} ${side}`} shape-rendering="crispEdges" aria-hidden="true">
      <rect width={side} height={side} fill="#ffffff" />
      <path d={cells.join("")} fill="#000000" />
    </svg>
  );
}
