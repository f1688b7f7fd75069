/**
 * `npm run bench -- kiosk`: the built page on the real server in Chromium, made slow, beside a bare page of six
 * buttons in the same run. Ends with 1 when a bar is missed. `--visits N` and `--loads N` make a trial run shorter.
 */
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { launchBrowser, PANEL, Visitor } from "../visitor.ts";
import { startWhole } from "../whole-server.ts";
import { type Bar, lineOf, median, missed, percentile, shown, times } from "./figures.ts";
import { coldLoad, type FirstScreen, warmLoad } from "./first-screen.ts";
import { HeapMeter } from "./heap.ts";
import { type Peer, startPeer } from "./peer.ts";
import { type Network, SLOW_4G, SLOW_4G_OF_TOOLS, SLOWER } from "./slow.ts";
import { reopen, slowly, TAPS, tapOnce, timeTap } from "./taps.ts";
import { visit } from "./visits.ts";

const BARS = { firstScreenMs: 1500, tapMs: 100, heapMb: 150 };
const ROUNDS = 3;
const SITE = "?site=example-anhai";
const NOW = new Date("2026-11-22T10:00:00+08:00");

interface Places {
  readonly browser: Browser;
  readonly kiosk: string;
  readonly peer: string;
}

/** Loads one after another, ours and the peer's by turns, so that a busy machine slows both. */
async function firstScreens({ browser, kiosk, peer }: Places, loads: number): Promise<Bar> {
  const figures = async (network: Network) => {
    const [ours, theirs]: [FirstScreen[], FirstScreen[]] = [[], []];
    for (let load = 0; load < loads; load += 1) {
      ours.push(await coldLoad(browser, `${kiosk}/${SITE}`, network));
      theirs.push(await coldLoad(browser, peer, network));
    }
    const [own, other] = [ours, theirs].map((some) => median(some.map(({ cards }) => cards)));
    const something = shown(median(ours.map((one) => one.something)));
    console.log(
      `  ${network.name}: something to read after ${something} ms, the six cards after ${shown(own ?? 0)} ms,` +
        ` ${times(own ?? 0, other ?? 0)} (${shown(other ?? 0)} ms)`,
    );
    return own ?? Number.NaN;
  };
  console.log(`First visit of a browser, median of ${loads}:`);
  const figure = await figures(SLOW_4G);
  await figures(SLOW_4G_OF_TOOLS);
  const again: number[] = [];
  for (let load = 0; load < loads; load += 1)
    again.push((await warmLoad(browser, `${kiosk}/${SITE}`, SLOW_4G)).cards);
  console.log(`  from the second visit, without the network: ${shown(median(again))} ms`);
  return { what: "six cards painted on the first visit", figure, unit: "ms", bar: BARS.firstScreenMs };
}

/** Each kind of tap some times; its figure is the middle one. */
async function taps({ browser, kiosk, peer }: Places): Promise<Bar> {
  const visitor = await Visitor.at(browser, kiosk, SITE);
  await reopen(visitor);
  const rounds: number[][] = TAPS.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [at, kind] of TAPS.entries()) rounds[at]?.push((await timeTap(visitor, kind)).last);
  const figures = rounds.map(median);
  await visitor.leave();
  const theirs = await tapsOnPeer(browser, peer);
  console.log(
    `From lifting the finger to the painted screen, ${TAPS.length} kinds of taps, ${ROUNDS} times each:`,
  );
  for (const [at, { on, control }] of TAPS.entries())
    console.log(`  ${on.padEnd(18)}${control.padEnd(24)}${shown(figures[at] ?? 0)} ms`);
  const figure = median(figures);
  console.log(
    `  median ${shown(figure)} ms, 95 % under ${shown(percentile(figures, 0.95))} ms,` +
      ` the median ${times(figure, theirs)} (${shown(theirs)} ms)`,
  );
  return { what: "the next screen painted after a tap, median", figure, unit: "ms", bar: BARS.tapMs };
}

async function tapsOnPeer(browser: Browser, peer: string): Promise<number> {
  const context = await browser.newContext({ viewport: PANEL });
  const page = await context.newPage();
  await page.goto(peer);
  const figures: number[] = [];
  for (let round = 0; round < ROUNDS * 6; round += 1)
    for (const control of ["card-home.money", "bar-back"])
      figures.push((await slowly({ page, context }, () => tapOnce({ page }, control))).last);
  await context.close();
  return median(figures);
}

/** So many visitors one after another, each to the wipe; the page is never loaded anew. */
async function visits({ browser, kiosk, peer }: Places, count: number): Promise<Bar> {
  const context = await browser.newContext({ viewport: PANEL });
  const page = await context.newPage();
  const meter = await HeapMeter.of(page);
  await page.clock.install({ time: NOW });
  await page.goto(`${kiosk}/${SITE}`);
  await page.locator('[data-knowledge="open"]').waitFor({ timeout: 60_000 });
  console.log(`Heap of page and workers over ${count} visits, swept before each look:`);
  let bytes = Number.NaN;
  for (let number = 0; number <= count; number += 1) {
    if (number % 100 === 0 || number === count) {
      const held = await meter.held();
      bytes = held.bytes;
      console.log(
        `  after ${String(number).padStart(3)}: ${shown(megabytes(bytes))} MB in the page and ${held.workers} workers,` +
          ` ${held.nodes} nodes, ${held.listeners} listeners`,
      );
    }
    if (number < count) await visit(page, number);
  }
  await context.close();
  const theirs = await heapOfPeer(browser, peer, count);
  console.log(`  ${times(bytes, theirs)} (${shown(megabytes(theirs))} MB)`);
  return { what: `heap after ${count} visits`, figure: megabytes(bytes), unit: "MB", bar: BARS.heapMb };
}

async function heapOfPeer(browser: Browser, peer: string, count: number): Promise<number> {
  const context = await browser.newContext({ viewport: PANEL });
  const page = await context.newPage();
  const meter = await HeapMeter.of(page);
  await page.goto(peer);
  for (let number = 0; number < count; number += 1)
    for (const control of ["card-home.money", "bar-back"])
      await page.locator(`[data-control="${control}"]`).dispatchEvent("click");
  const { bytes } = await meter.held();
  await context.close();
  return bytes;
}

const megabytes = (bytes: number): number => bytes / 1024 ** 2;

async function measured(peer: Peer, counts: { readonly visits: number; readonly loads: number }) {
  const server = await startWhole();
  const browser = await launchBrowser();
  try {
    const places = { browser, kiosk: server.url, peer: `${peer.url}/` };
    console.log(
      `Chromium ${browser.version()}, processor ${SLOWER} times slower (workers too), load of the machine` +
        ` ${loadavg()[0]?.toFixed(1)}; the peer is a bare page of six buttons`,
    );
    return [
      await firstScreens(places, counts.loads),
      await taps(places),
      await visits(places, counts.visits),
    ];
  } finally {
    await browser.close();
    await server.close();
    peer.close();
  }
}

const { values } = parseArgs({
  options: {
    visits: { type: "string", default: "500" },
    loads: { type: "string", default: "7" },
  },
});
const bars = await measured(await startPeer(), {
  visits: Number(values.visits),
  loads: Number(values.loads),
});
for (const bar of bars) console.log(lineOf(bar));
process.exitCode = missed(bars).length > 0 ? 1 : 0;
