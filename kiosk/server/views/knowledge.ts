import type { Bundle, Language, Topic } from "../../../src/engine/index.ts";
import { outlineCoverage } from "./coverage.ts";
import type { Lookup } from "./sources.ts";

function counts(bundle: Bundle): Record<string, number> {
  return {
    documents: bundle.documents.length,
    benefits: bundle.benefits.length,
    provisions: bundle.benefits.reduce((sum, { provisions }) => sum + provisions.length, 0),
    outlines: bundle.outlines.length,
    clauses: bundle.outlines.reduce((sum, { clauses }) => sum + clauses.length, 0),
    topics: bundle.topics.length,
    facilityTypes: bundle.facilityTypes.length,
    facilities: bundle.facilities.length,
    places: bundle.places.length,
    facts: bundle.facts.length,
    offices: bundle.offices.length,
    sites: bundle.sites.length,
  };
}

function officeView(topic: Topic, lookup: Lookup, language: Language) {
  const office = topic.office === null ? null : lookup.office(topic.office);
  return office && { id: office.id, name: office.name[language], phone: office.phone };
}

function notDecided(lookup: Lookup, language: Language) {
  return lookup.bundle.topics
    .filter(({ kind }) => kind === "not-decided" || kind === "other-scope")
    .map((topic) => ({
      topic: topic.id,
      kind: topic.kind,
      name: topic.name[language],
      text: topic.answers.map(({ text }) => text[language]).join("\n"),
      office: officeView(topic, lookup, language),
      sources: lookup.sources(topic.answers.flatMap(({ sources }) => sources)),
    }));
}

function gaps(lookup: Lookup, language: Language) {
  return lookup.bundle.benefits.flatMap((benefit) =>
    benefit.provisions
      .filter((provision) => provision.gaps.length > 0)
      .map((provision) => ({
        benefit: benefit.id,
        name: benefit.name[language],
        provision: provision.id,
        jurisdiction: provision.jurisdiction,
        gaps: provision.gaps.map((text) => text[language]),
        sources: lookup.sources(provision.sources),
      })),
  );
}

/** What the knowledge holds, and the ledger of what it knows of but does not decide. */
export function knowledgeView(lookup: Lookup, language: Language) {
  const { bundle } = lookup;
  return {
    version: bundle.version,
    counts: counts(bundle),
    facilityTypes: bundle.facilityTypes.map(({ id, name }) => ({ id, name: name[language] })),
    sites: bundle.sites.map(({ id, name, place }) => ({ id, name: name[language], place })),
    coverage: {
      notDecided: notDecided(lookup, language),
      gaps: gaps(lookup, language),
      ...outlineCoverage(bundle, language),
    },
  };
}
