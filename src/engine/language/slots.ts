/** All that a question names, as slots. */
import type { Intent } from "../knowledge/intents.ts";
import type { Facts } from "../knowledge/types.ts";
import { categorySlots } from "./categories.ts";
import type { Lexicon } from "./lexicon.ts";
import { aboutWhom } from "./people.ts";
import { intentIsPlace, placeAskedFor, placeLeft, whereSlots } from "./place-asked.ts";
import type { Reading } from "./reading.ts";
import type { Statements } from "./statements.ts";
import { documentCounty, isUnpaid, standIn, thingSlots } from "./things-asked.ts";
import { askedTogether } from "./together.ts";
import type { Slots } from "./types.ts";

/** People who are mentioned but are not the elder asked about. */
const NOT_ELDERS: ReadonlySet<string> = new Set(["child", "grandchild", "neighbour-helper", "others"]);

/** What the question names: of whom it is asked, where, and about which thing. */
export function slotsOf(
  reading: Reading,
  statements: Statements,
  people: Record<string, Facts>,
  intent: Intent,
  lexicon: Lexicon,
): Slots {
  const about = aboutWhom(reading, statements.people, people, (ref) => !NOT_ELDERS.has(ref));
  const age = askedTogether(reading, statements, NOT_ELDERS) ? undefined : ageOf(people, about);
  const where = placeAskedFor(
    statements.places.filter(
      ({ ref }) => intentIsPlace(intent) || !about || ref === about || ref === "unnamed",
    ),
    intent,
    lexicon,
  );
  const asked = isUnpaid(reading) ? undefined : standIn(reading, intent)?.match;
  const facts = statements.facts.filter(({ start, end }) => !asked || start < asked.start || end > asked.end);
  const categories = categorySlots(reading, facts, about, lexicon);
  return {
    ...(typeof age === "number" ? { age } : {}),
    ...documentCounty(reading, lexicon),
    ...whereSlots(where ?? placeLeft(reading, statements.places, intent), lexicon),
    ...(categories.length > 0 ? { categories } : {}),
    ...thingSlots(reading, intent),
    ...(about ? { person: about } : {}),
  };
}

/** The age of the person asked about; one told of nobody by name is theirs too. */
function ageOf(people: Record<string, Facts>, about: string | null | undefined): Facts[string] | undefined {
  return (about ? people[about]?.age : undefined) ?? people.unnamed?.age;
}
