import type { FacilityReason, StaleFacility } from "./facilities.ts";
import type { Stale } from "./find.ts";
import type { EndingRule } from "./rules.ts";

/** The list for a reader: a heading per kind with something in it, and the counts of all kinds as the last line. */
export function staleLines(stale: Stale): readonly string[] {
  return [
    ...section("Rules whose period has ended or soon ends", ruleLines(stale.rules)),
    ...section("Places to ask after", stale.facilities.map(facilityLine)),
    ...section(
      "Documents to compare with their source again",
      stale.documents.map(({ id, checked, age }) => `${id}: checked ${checked}, ${days(age)} ago`),
    ),
    ...section(
      "Addresses to open",
      stale.links.map(
        ({ id, url, checked, age }) =>
          `${id}: ${checked === null ? "never opened" : `opened ${checked}, ${days(age ?? 0)} ago`}, ${url}`,
      ),
    ),
    ...section(
      "Public holidays to write",
      stale.years.map((year) => `calendar/${year}.yaml is missing`),
    ),
    summary(stale),
  ];
}

/** Rules of one document that end on one day stand together. */
function ruleLines(rules: readonly EndingRule[]): readonly string[] {
  const groups = new Map<string, EndingRule[]>();
  for (const rule of rules) {
    const key = `${rule.document}: ${rule.daysLeft < 0 ? `ended ${rule.end}, ${days(-rule.daysLeft)} ago` : `ends ${rule.end}, ${days(rule.daysLeft)} left`}`;
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return [...groups].flatMap(([key, group]) => [key, ...group.map(({ id, clause }) => `  ${id}, ${clause}`)]);
}

const REASONS: Readonly<Record<FacilityReason, (facility: StaleFacility) => string>> = {
  undated: () => "its source has no date",
  "reported-long-ago": ({ reported, age }) => `reported ${reported}, ${days(age ?? 0)} ago`,
  "checked-long-ago": ({ checked }) => `checked ${checked}`,
  "plan-is-past": ({ plannedFor }) => `planned for ${plannedFor}`,
};

function facilityLine(facility: StaleFacility): string {
  const reasons = facility.reasons.map((reason) => REASONS[reason](facility)).join("; ");
  return `${facility.id} (${facility.status}): ${reasons}`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}

function summary({ asOf, within, rules, facilities, documents, links, years }: Stale): string {
  const ended = rules.filter(({ daysLeft }) => daysLeft < 0).length;
  const never = links.filter(({ checked }) => checked === null).length;
  return [
    `as of ${asOf}: ${ended} rules ended, ${rules.length - ended} end within ${days(within)}`,
    `${facilities.length} places to ask after`,
    `${documents.length} documents to compare`,
    `${links.length} addresses to open (${never} never opened)`,
    `${years.length} calendar years missing`,
  ].join("; ");
}

function days(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}
