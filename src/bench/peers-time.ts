/** Times over many questions, in milliseconds. */
export interface Times {
  readonly median: number;
  /** 99 of 100 questions take no longer. */
  readonly p99: number;
}

const ROUNDS = 15;
/** A reader that needs longer than this for one round, in milliseconds, is not asked for another. */
const LONG_ROUND = 10_000;

/** The value that a share (0…1) of the values does not exceed; NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/**
 * What each text costs by itself, read by a reader that has warmed up: the best of several rounds, so that what a busy machine
 * adds to one text by chance does not count as slow reading. Each round adds a space to the texts, so that a reader
 * that keeps what it has read before (node-nlp keeps the words of each text) reads anew.
 */
export async function timesOf(texts: readonly string[], read: (text: string) => unknown): Promise<Times> {
  const best = texts.map(() => Number.POSITIVE_INFINITY);
  const begin = performance.now();
  for (let round = 1; round <= ROUNDS; round += 1) {
    if (round > 1 && performance.now() - begin > (round - 1) * LONG_ROUND) break;
    for (const [at, text] of texts.entries()) {
      const asked = text + " ".repeat(round);
      const start = performance.now();
      const result = read(asked);
      if (result instanceof Promise) await result;
      const took = performance.now() - start;
      best[at] = Math.min(best[at] ?? took, took);
    }
  }
  return { median: quantile(best, 0.5), p99: quantile(best, 0.99) };
}
