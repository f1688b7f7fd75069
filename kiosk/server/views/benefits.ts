import type { AmountRule, Benefit, Citation, Language, Provision } from "../../../src/engine/index.ts";
import type { Lookup } from "./sources.ts";

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

function uniqueCitations(citations: readonly Citation[]): Citation[] {
  return [...new Map(citations.map((citation) => [JSON.stringify(citation), citation])).values()];
}

/** A benefit as a line of the list. */
export function benefitEntry(benefit: Benefit, lookup: Lookup, language: Language) {
  const { id, kind, name, summary, provisions } = benefit;
  return {
    id,
    name: name[language],
    summary: summary[language],
    kind,
    jurisdictions: unique(provisions.map(({ jurisdiction }) => jurisdiction)),
    sources: lookup.sources(uniqueCitations(provisions.flatMap(({ sources }) => sources))),
  };
}

function amountView(rule: AmountRule, language: Language) {
  const { when, value, unit, bound, goesTo, label } = rule;
  return { when, value, unit, bound, goesTo, label: label?.[language] ?? null };
}

function provisionView(provision: Provision, lookup: Lookup, language: Language) {
  const { id, jurisdiction, period, checked, force, assessed, floor, who, figures } = provision;
  return {
    ...{ id, jurisdiction, jurisdictionName: lookup.placeName(jurisdiction, language) },
    ...{ period, checked, force, assessed, floor, who, figures },
    amounts: provision.amounts.map((rule) => amountView(rule, language)),
    selfCheck: provision.selfCheck.map((text) => text[language]),
    gaps: provision.gaps.map((text) => text[language]),
    note: provision.note?.[language] ?? null,
    sources: lookup.sources(provision.sources),
  };
}

/** A benefit in full, with every provision and its sources. */
export function benefitDetail(benefit: Benefit, lookup: Lookup, language: Language) {
  const { apply } = benefit;
  return {
    ...benefitEntry(benefit, lookup, language),
    also: [...benefit.also[language]],
    apply: {
      office: apply.office,
      officeName: lookup.office(apply.office)?.name[language] ?? apply.office,
      bring: apply.bring.map((text) => text[language]),
      steps: apply.steps?.[language] ?? null,
      automatic: apply.automatic,
    },
    provisions: benefit.provisions.map((provision) => provisionView(provision, lookup, language)),
  };
}
