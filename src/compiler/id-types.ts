import type { Bundle } from "../engine/knowledge/types.ts";

/** Source of `ids.generated.ts`: every id as a constant and a type, so that a misspelt one does not compile. */
export function idTypes(bundle: Bundle): string {
  const sections = [
    section("facts", "FACT_IDS", "FactId", ids(bundle.facts)),
    section("benefits", "BENEFIT_IDS", "BenefitId", ids(bundle.benefits)),
    section("topics", "TOPIC_IDS", "TopicId", ids(bundle.topics)),
    section("documents", "DOCUMENT_IDS", "DocumentId", ids(bundle.documents)),
    section("facility types", "FACILITY_TYPE_IDS", "FacilityTypeId", ids(bundle.facilityTypes)),
    section("offices", "OFFICE_IDS", "OfficeId", ids(bundle.offices)),
    section("phrases", "PHRASE_KEYS", "PhraseKey", Object.keys(bundle.phrases["zh-Hans"])),
  ];
  return [
    "/* Written by `npm run knowledge` from the knowledge folder; edits are lost. */\n",
    ...sections,
  ].join("\n");
}

function ids(entries: readonly { readonly id: string }[]): readonly string[] {
  return entries.map(({ id }) => id);
}

function section(what: string, constant: string, type: string, values: readonly string[]): string {
  const list = array(values, `export const ${constant} = `.length + " as const;".length);
  return [
    `/** Ids of all ${what}. */`,
    `export const ${constant} = ${list} as const;`,
    `/** One of \`${constant}\`. */`,
    `export type ${type} = (typeof ${constant})[number];\n`,
  ].join("\n");
}

/** The array as the formatter wants it: on one line when line and what stands around it are short enough. */
function array(values: readonly string[], around: number): string {
  const quoted = values.map((value) => JSON.stringify(value));
  const oneLine = `[${quoted.join(", ")}]`;
  if (oneLine.length + around <= 110) return oneLine;
  return `[\n${quoted.map((value) => `  ${value},\n`).join("")}]`;
}
