import type { Slots } from "../../engine/index.ts";
import { type LabelBook, SLOT_KEYS } from "./labels.ts";
import type { Scored, ScoredTurn } from "./score.ts";

const percent = (part: number, whole: number) =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)}% (${part}/${whole})`;

function tally(scored: readonly Scored[], keyOf: (one: Scored) => string): string[] {
  const groups = new Map<string, Scored[]>();
  for (const one of scored) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(
      ([key, ones]) =>
        `  ${key.padEnd(18)} ${percent(ones.filter((one) => one.intentRight).length, ones.length)}`,
    );
}

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

/** The report on questions: accuracy by intent, language and noise, slots, confusions and each miss. */
export function questionReport(scored: readonly Scored[]): string[] {
  if (scored.length === 0) return [];
  return [
    `Intent ${percent(scored.filter((one) => one.intentRight).length, scored.length)}`,
    ...tally(scored, ({ row }) => row.intent),
    "By language",
    ...tally(scored, ({ row }) => row.lang ?? "?"),
    "By noise",
    ...tally(scored, ({ row }) => row.noise ?? "none"),
    ...slotLines(scored),
    guardLine(scored),
    ...confusion(scored),
    "Misses",
    ...scored.flatMap((one) =>
      miss(`${one.row.id} ${one.row.text}`, [
        ...(one.intentRight ? [] : [`intent ${one.row.intent} read as ${one.intent}`]),
        ...slotFaults(one.row.slots, one),
      ]),
    ),
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
