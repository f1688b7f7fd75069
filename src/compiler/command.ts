import { join } from "node:path";
import type { Bundle } from "../engine/knowledge/types.ts";
import { idTypes } from "./id-types.ts";
import { compileKnowledge } from "./index.ts";
import { bundlePieces, writeIfChanged } from "./output.ts";
import { countOfFaults, shownFolder } from "./printing.ts";

/** What the command has to say: one line per fault, or the counts. */
export interface Report {
  readonly sound: boolean;
  readonly lines: readonly string[];
}

/**
 * Compiles the knowledge in `folder` and writes `build/bundle.json` and `src/engine/knowledge/ids.generated.ts`
 * under `root`. With any fault it writes nothing, so that the last sound bundle stays in use.
 *
 * @param from the folder one stands in, from which the paths in faults can be opened
 */
export function runKnowledge(folder: string, root: string, from: string): Report {
  const { bundle, faults } = compileKnowledge(folder, shownFolder(folder, from));
  if (bundle === null) {
    return { sound: false, lines: [...faults, `${countOfFaults(faults)}; nothing was written`] };
  }
  writeIfChanged(join(root, "build/bundle.json"), bundlePieces(bundle));
  writeIfChanged(join(root, "src/engine/knowledge/ids.generated.ts"), [idTypes(bundle)]);
  return { sound: true, lines: [summary(bundle)] };
}

function summary(bundle: Bundle): string {
  const counts = {
    documents: bundle.documents,
    benefits: bundle.benefits,
    provisions: bundle.benefits.flatMap(({ provisions }) => provisions),
    topics: bundle.topics,
    outlines: bundle.outlines,
    clauses: bundle.outlines.flatMap(({ clauses }) => clauses),
    "facility types": bundle.facilityTypes,
    facilities: bundle.facilities,
    places: bundle.places,
    facts: bundle.facts,
    offices: bundle.offices,
    sites: bundle.sites,
    groups: bundle.groups,
    phrases: Object.keys(bundle.phrases["zh-Hans"]),
    concepts: Object.keys(bundle.vocabulary.concepts),
  };
  const list = Object.entries(counts).map(([what, entries]) => `${entries.length} ${what}`);
  return `knowledge ${bundle.version}: ${list.join(", ")}`;
}
