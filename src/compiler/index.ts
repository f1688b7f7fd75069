import { basename, resolve } from "node:path";
import type { Bundle } from "../engine/knowledge/types.ts";
import { Compilation } from "./compilation.ts";
import { readBenefits } from "./kinds/benefits.ts";
import { readDocuments } from "./kinds/documents.ts";
import { readFacilities, readFacilityTypes } from "./kinds/facilities.ts";
import { readFacts } from "./kinds/facts.ts";
import { readGroups } from "./kinds/groups.ts";
import { readHolidays } from "./kinds/holidays.ts";
import { readOffices } from "./kinds/offices.ts";
import { checkOutlines } from "./kinds/outline-checks.ts";
import { readOutlines } from "./kinds/outlines.ts";
import { readPhrases } from "./kinds/phrases.ts";
import { readPlaces } from "./kinds/places.ts";
import { readSites } from "./kinds/sites.ts";
import { readTopics } from "./kinds/topics.ts";
import { readAlarms, readUtterances, readVocabulary } from "./kinds/words.ts";
import { buildLanguage } from "./language.ts";
import { withVersion } from "./output.ts";

export { countOfFaults, shownFolder } from "./printing.ts";

type Content = Omit<Bundle, "version" | "vocabulary" | "lookUp" | "intentModel" | "alarmModel">;

/** What came of compiling: the bundle, or every fault as `FILE:LINE:COLUMN what is wrong, and what to write instead`. */
export type Compiled =
  | { readonly bundle: Bundle; readonly faults: readonly [] }
  | { readonly bundle: null; readonly faults: readonly string[] };

/**
 * Reads and checks a knowledge folder and makes the bundle of it. All faults are found in one run; with any
 * fault there is no bundle, so that nothing unchecked can be served.
 *
 * @param shown how faults name the folder; its own name unless whoever prints them knows a path that can be opened
 */
export function compileKnowledge(folder: string, shown: string = basename(resolve(folder))): Compiled {
  const knowledge = new Compilation(folder, shown);
  const content = readContent(knowledge);
  const words = {
    vocabulary: readVocabulary(knowledge),
    utterances: readUtterances(knowledge),
    alarms: readAlarms(knowledge),
  };
  knowledge.ids.settle();
  checkOutlines(content.outlines, content, knowledge);
  knowledge.files.refuseOthers();
  if (knowledge.faults.none) {
    const { faults, ...language } = buildLanguage({ ...content, ...words });
    if (faults.length === 0) return { bundle: withVersion({ ...content, ...language }), faults: [] };
    for (const fault of faults) knowledge.files.fault(fault);
  }
  return { bundle: null, faults: knowledge.faults.lines() };
}

/** Reads every kind but the words; places and facts first, as the others are checked against them. */
function readContent(knowledge: Compilation): Content {
  const places = readPlaces(knowledge);
  const facts = readFacts(knowledge);
  const facilityTypes = readFacilityTypes(knowledge);
  const content = {
    documents: readDocuments(knowledge),
    outlines: readOutlines(knowledge),
    benefits: readBenefits(knowledge),
    topics: readTopics(knowledge),
    facilityTypes,
    facilities: readFacilities(knowledge),
    places,
    holidays: readHolidays(knowledge),
    facts,
    offices: readOffices(knowledge),
    sites: readSites(knowledge),
  };
  return {
    ...content,
    groups: readGroups(content, knowledge),
    phrases: readPhrases(knowledge),
  };
}
