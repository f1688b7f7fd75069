import { SCREENS, SERVED_SCREENS, STAFF_SCREENS } from "./screens.ts";

/** Screens also drawn in 大字. */
export const LARGE: ReadonlySet<string> = new Set(["home", "question-choice", "benefit", "canteens"]);

/** What each picture shows, for whoever leafs through them. */
const LINES: Readonly<Record<string, string>> = {
  home: "The first screen: where one is, one question, six cards",
  "home-large": "The same in 大字",
  "home-en": "The same in English",
  "care-menu": "Which kind of care",
  groups: "All other matters, in groups",
  group: "One group: its benefits and topics by name",
  phones: "Whom to call",
  write: "Writing one's question by hand",
  "write-words": "While writing: how people go on",
  "write-keys": "Writing by sound, on keys",
  "write-ready": "Questions ready to be asked",
  understood: "Did I understand you right?",
  "question-age": "An age, on a number pad",
  "question-county": "Which county, the largest first",
  "question-town": "Which town",
  "question-choice": "One question with its few answers",
  "question-choice-large": "The same in 大字",
  "results-so-far": "What is known so far, one tap from any question",
  readme: "What somebody of 82 in Jinjiang may receive",
  results: "What somebody of 82 may receive, after all questions",
  benefit: "A benefit: verdict and sum first, the source last",
  "benefit-large": "The same in 大字",
  canteens: "Canteens nearby, and where they lie from here",
  "canteens-large": "The same in 大字",
  canteen: "One canteen",
  person: "Who helps, and how to reach them",
  emergency: "In danger: the number to call, before all else",
  "take-away": "How to take an answer home",
  "take-print": "A slip is being printed",
  "take-scan": "A code to a public page",
  "take-number": "A number for the desk",
  sound: "Whether and how fast to read aloud",
  listen: "Listening, where the site has a recogniser",
  "listen-missed": "Nothing was understood, and nobody is blamed",
  "read-aloud": "An answer while it may be read aloud",
  "read-question": "A private question is read aloud only when asked for",
  idle: "Nobody there? The warning before everything is wiped",
  waiting: "Looking it up; a person is offered after eight seconds",
  failure: "No answer this time, and what to do now",
  "out-of-service": "Out of service: whose fault it is not, and whom to call",
  staff: "The staff's screen",
  "staff-content": "Staff: knowledge, and what works without a network",
  "staff-services": "Staff: the server and what it gives",
  "staff-screen": "Staff: the panel, and a ruler",
  "staff-touch": "Staff: hitting targets",
  "staff-sound": "Staff: sound and paper",
  "staff-switch": "Staff: out of service and back",
};

/** Names of all pictures, in the order in which they are shown. */
export const PICTURES: readonly string[] = [
  ...SCREENS.flatMap(({ name }) => (LARGE.has(name) ? [name, `${name}-large`] : [name])),
  "home-en",
  ...SERVED_SCREENS.map(({ name }) => name),
  ...["idle", "waiting", "failure", "out-of-service"],
  ...STAFF_SCREENS.map(({ name }) => name),
];

const ACROSS = 3;

/** The page of all pictures, as `docs/kiosk/screens.md` has it. Throws when a picture has no line. */
export function galleryPage(): string {
  const rows: string[] = [];
  for (let at = 0; at < PICTURES.length; at += ACROSS) {
    const names = PICTURES.slice(at, at + ACROSS);
    const cells = names.map((name) => `![](${name}.png)<br>${lineOf(name)}`);
    rows.push(`| ${cells.join(" | ")} |`);
  }
  return [
    "# All screens",
    "",
    "On the 21.5 inch panel, at a third of its pixels. Drawn by `npm run screenshots`, which writes this page as well.",
    "",
    `|${" |".repeat(ACROSS)}`,
    `|${"---|".repeat(ACROSS)}`,
    ...rows,
    "",
  ].join("\n");
}

function lineOf(name: string): string {
  const line = LINES[name];
  if (line === undefined) throw new Error(`test/browser/gallery.ts has no line for the picture ${name}`);
  return line;
}
