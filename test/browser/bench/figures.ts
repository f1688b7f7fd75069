/** The middle of some figures, between two when their count is even. */
export function median(of: readonly number[]): number {
  return percentile(of, 0.5);
}

/** The figure below which a share of them lies; `share` is 0 to 1. */
export function percentile(of: readonly number[], share: number): number {
  if (of.length === 0) throw new Error("no figures");
  const sorted = [...of].sort((one, other) => one - other);
  const at = (sorted.length - 1) * share;
  const [low = 0, high = 0] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

/** A figure that must stay under a bar. */
export interface Bar {
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
  readonly bar: number;
}

/** The figures in the order given, as lines; a missed bar says so. */
export function lineOf({ what, figure, unit, bar }: Bar): string {
  const verdict = figure < bar ? "holds" : "MISSED";
  return `${verdict}  ${what}: ${shown(figure)} ${unit}, bar ${bar} ${unit}`;
}

export function missed(held: readonly Bar[]): readonly Bar[] {
  return held.filter(({ figure, bar }) => !(figure < bar));
}

/** Three figures are all one can trust. */
export function shown(figure: number): string {
  return figure >= 100 ? figure.toFixed(0) : figure.toPrecision(3);
}

/** How many times the peer's figure ours is. */
export function times(ours: number, peer: number): string {
  return `${(ours / peer).toPrecision(2)} times the peer's`;
}
