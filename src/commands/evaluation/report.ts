import { FLOOR, type Slots } from "../../engine/index.ts";
import { type Band, calibrate } from "./calibration.ts";
import type { ScoredAlarm } from "./emergencies.ts";
import { type LabelBook, SLOT_KEYS } from "./labels.ts";
import type { Scored, ScoredTurn } from "./score.ts";

const percent = (part: number, whole: number) =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)}% (${part}/${whole})`;

function tally<T>(all: readonly T[], keyOf: (one: T) => string, isRight: (one: T) => boolean): string[] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, ones]) => `  ${key.padEnd(18)} ${percent(ones.filter(isRight).length, ones.length)}`);
}

const intentRight = (one: Scored) => one.intentRight;

function slotCounts(scored: readonly Pick<Scored, "slots">[]): Map<string, [number, number]> {
  const counts = new Map<string, [number, number]>();
  for (const { slots } of scored) {
    for (const [slot, right] of slots) {
      const [hit, all] = counts.get(slot) ?? [0, 0];
      counts.set(slot, [hit + (right ? 1 : 0), all + 1]);
    }
  }
  return counts;
}

function slotLines(scored: readonly Pick<Scored, "slots">[]): string[] {
  const counts = slotCounts(scored);
  const hits = [...counts.values()].reduce((sum, [hit]) => sum + hit, 0);
  const all = [...counts.values()].reduce((sum, [, count]) => sum + count, 0);
  const lines = [...counts].map(([slot, [hit, count]]) => `  ${slot.padEnd(18)} ${percent(hit, count)}`);
  return [`Slots ${percent(hits, all)}`, ...lines];
}

function guardLine(scored: readonly Scored[]): string {
  const broken = scored.reduce((sum, { violations }) => sum + violations.length, 0);
  const guarded = scored.reduce((sum, { row }) => sum + Object.keys(row.slots_not ?? {}).length, 0);
  return `  must not be stored  ${broken} of ${guarded} stored`;
}

function confusion(scored: readonly Scored[]): string[] {
  const pairs = new Map<string, number>();
  for (const { row, intent, intentRight } of scored) {
    if (intentRight) continue;
    const pair = `${row.intent} → ${intent}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return [
    "Confused (labelled → read)",
    ...[...pairs].sort((a, b) => b[1] - a[1]).map(([pair, n]) => `  ${n} × ${pair}`),
  ];
}

function slotFaults(
  wanted: Readonly<Record<string, unknown>> | undefined,
  { slots, violations, got }: Pick<Scored, "slots" | "violations" | "got">,
): string[] {
  const read = (slot: string) => JSON.stringify(got[SLOT_KEYS[slot] ?? (slot as keyof Slots)] ?? null);
  return [
    ...[...slots]
      .filter(([, right]) => !right)
      .map(([slot]) => `${slot} ${JSON.stringify(wanted?.[slot])} read as ${read(slot)}`),
    ...violations.map((slot) => `${slot} stored though it must not be`),
  ];
}

function miss(head: string, faults: readonly string[]): string[] {
  return faults.length > 0 ? [`  ${head}`, ...faults.map((fault) => `      ${fault}`)] : [];
}

function bandLine({ from, below, count, right, confidence }: Band): string {
  const edges = `${from.toFixed(1)}–${below.toFixed(1)}`.padEnd(18);
  return `  ${edges} ${percent(Math.round(right * count), count)}, mean confidence ${(100 * confidence).toFixed(1)}%`;
}

function calibrationLines(scored: readonly Scored[]): string[] {
  const { bands, error, below, answered } = calibrate(
    scored.map(({ confidence, intentRight: right }) => ({ confidence, right })),
  );
  return [
    `Calibration (share right by confidence; expected calibration error ${error.toFixed(3)})`,
    ...bands.map(bandLine),
    `  below the floor of ${FLOOR}: ${percent(below.count, scored.length)}; right all the same ${percent(below.right, below.count)}`,
    `  answered: ${percent(answered.count, scored.length)}; right ${percent(answered.right, answered.count)}`,
  ];
}

/** The totals on questions, of one file or of several: intent by language and noise, slots, calibration, confusions. */
export function questionTotals(scored: readonly Scored[]): string[] {
  if (scored.length === 0) return [];
  return [
    `Intent ${percent(scored.filter(intentRight).length, scored.length)}`,
    ...tally(scored, ({ row }) => row.intent, intentRight),
    "By language",
    ...tally(scored, ({ row }) => row.lang ?? "?", intentRight),
    "By noise",
    ...tally(scored, ({ row }) => row.noise ?? "none", intentRight),
    ...calibrationLines(scored),
    ...slotLines(scored),
    guardLine(scored),
    ...confusion(scored),
  ];
}

/** The report on questions: the totals and each miss with its confidence. */
export function questionReport(scored: readonly Scored[]): string[] {
  if (scored.length === 0) return [];
  return [
    ...questionTotals(scored),
    "Misses",
    ...scored.flatMap((one) =>
      miss(`${one.row.id} ${one.row.text}`, [
        ...(one.intentRight
          ? []
          : [`intent ${one.row.intent} read as ${one.intent} (${one.confidence.toFixed(2)})`]),
        ...slotFaults(one.row.slots, one),
      ]),
    ),
  ];
}

function alarmFault({ row, got, raised, numbers, numberRight }: ScoredAlarm): string[] {
  if (!row.emergency) return raised ? [`no emergency, answered as ${got}`] : [];
  if (!raised) return [`${row.kind} not recognised`];
  return numberRight ? [] : [`${row.number} must come first; named ${numbers.join(", ") || "none"}`];
}

/** The report on emergencies: recall by kind and language, the number named first, false alarms, and each miss. */
export function alarmReport(scored: readonly ScoredAlarm[]): string[] {
  if (scored.length === 0) return [];
  const real = scored.filter(({ row }) => row.emergency);
  const others = scored.filter(({ row }) => !row.emergency);
  const raised = (one: ScoredAlarm) => one.raised;
  const kept = (one: ScoredAlarm) => one.raised && one.numberRight;
  return [
    `Emergencies recognised ${percent(real.filter(raised).length, real.length)}`,
    ...tally(real, ({ row }) => row.kind ?? "?", raised),
    "Recognised, by language",
    ...tally(real, ({ row }) => row.language, raised),
    `Right number first ${percent(real.filter(kept).length, real.length)} of all emergencies, ${percent(real.filter(kept).length, real.filter(raised).length)} of those recognised`,
    `False alarms ${percent(others.filter(raised).length, others.length)}`,
    "Misses",
    ...scored.flatMap((one) => miss(`[${one.row.language}] ${one.row.q}`, alarmFault(one))),
  ];
}

/** The report on dialogues: turns and whole dialogues that came out right, and each turn that did not. */
export function dialogueReport(dialogues: readonly (readonly ScoredTurn[])[]): string[] {
  const turns = dialogues.flat();
  if (turns.length === 0) return [];
  const right = (one: ScoredTurn) =>
    one.intentRight && one.violations.length === 0 && [...one.slots.values()].every(Boolean);
  return [
    `Dialogues ${percent(dialogues.filter((one) => one.every(right)).length, dialogues.length)}`,
    `Turns ${percent(turns.filter(right).length, turns.length)}`,
    `Intent ${percent(turns.filter((one) => one.intentRight).length, turns.length)}`,
    ...slotLines(turns),
    "Misses",
    ...turns.flatMap((one) =>
      miss(`${one.dialogue} ${one.text}`, [
        ...(one.intentRight ? [] : [`intent ${one.expected.intent} read as ${one.intent}`]),
        ...slotFaults(one.expected.slots_after, one),
      ]),
    ),
  ];
}

/** Labels that could not be checked, so that no figure is taken for more than it is. */
export function unknownLabels({ unknown }: LabelBook): string[] {
  return unknown.size > 0 ? [`Labels that the knowledge does not know: ${[...unknown].join(", ")}`] : [];
}
