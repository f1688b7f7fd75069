const ROUNDS = 5;
const MEASURE = 150;

/** Milliseconds a call takes: the best of several rounds, so that a busy machine disturbs least. */
export function cost(work: () => unknown): number {
  work();
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    let calls = 0;
    for (; performance.now() - start < MEASURE; calls += 1) work();
    best = Math.min(best, (performance.now() - start) / calls);
  }
  return best;
}

/** Prints what ours costs beside a peer doing the same work in the same run. */
export function compare(what: string, ours: () => unknown, peerName: string, peer: () => unknown): void {
  const [own, other] = [cost(ours), cost(peer)];
  const ratio = (other / own).toPrecision(3);
  console.log(
    `${what}: ours ${own.toFixed(3)} ms, ${peerName} ${other.toFixed(3)} ms, ${ratio} times our time`,
  );
}
