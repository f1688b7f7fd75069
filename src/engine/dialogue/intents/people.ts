/** Turns that are about the talk or the person, not about a benefit. */
import type { PhraseKey } from "../../knowledge/ids.generated.ts";
import type { EmergencyKind } from "../../knowledge/intents.ts";
import type { Draft } from "../../speech/draft.ts";
import { goOn, menu } from "../menu.ts";
import { officeOf, peopleToAsk } from "../offices.ts";
import { askDrafts } from "../questions.ts";
import { type Answer, placeOf, type Scene } from "../scene.ts";

/** Which number comes first, by what happened. */
const NUMBERS: Readonly<Record<EmergencyKind, string>> = {
  medical: "120",
  fire: "119",
  gas: "119",
  rescue: "119",
  traffic: "122",
  crime: "110",
  missing: "110",
  "self-harm": "120",
  fraud: "96110",
  abuse: "110",
};

/** The number first, then what to do until help comes; the talk before is kept for afterwards. */
export function emergency(scene: Scene): Answer {
  const kind = scene.reading?.emergency ?? "medical";
  const second: Draft[] =
    kind === "self-harm"
      ? [
          {
            kind: "handoff",
            key: "emergency.self-harm.talk",
            offices: [officeOf(scene.knowledge, "hotline-12356", null)],
          },
        ]
      : [];
  return {
    drafts: [
      { kind: "emergency", number: NUMBERS[kind], key: `emergency.${kind}` },
      { kind: "say", key: `emergency.${kind}.meanwhile` },
      ...second,
      {
        kind: "choices",
        key: "emergency.afterwards",
        choices: [
          ...goOn(scene.state),
          { id: "human", label: { key: "menu.human" } },
          { id: "restart", label: { key: "menu.restart" } },
        ],
      },
    ],
  };
}

/** A person to turn to, nearest first; only numbers that a source vouches for. */
export function handoff(scene: Scene): Answer {
  const place = placeOf(scene);
  return {
    drafts: [
      {
        kind: "handoff",
        key: place === null ? "handoff.anywhere" : "handoff.here",
        offices: peopleToAsk(scene.knowledge, place),
      },
    ],
  };
}

const SMALLTALK: Readonly<Record<string, PhraseKey>> = {
  greeting: "smalltalk.greeting",
  thanks: "smalltalk.thanks",
  bye: "smalltalk.bye",
  "who-are-you": "smalltalk.who-are-you",
  "are-you-human": "smalltalk.who-are-you",
  slower: "smalltalk.slower",
  larger: "smalltalk.larger",
  praise: "smalltalk.thanks",
  complaint: "smalltalk.complaint",
  lonely: "smalltalk.lonely",
  forgotten: "smalltalk.forgotten",
  well: "smalltalk.well",
};

/** A kind word, then what one can ask. */
export function smalltalk(scene: Scene): Answer {
  const command = scene.reading?.command;
  const plain = scene.state.intent === null ? "greeting" : "well";
  const kind = command === "slower" || command === "larger" ? command : (scene.reading?.smalltalk ?? plain);
  const say: Draft = { kind: "say", key: SMALLTALK[kind] ?? "smalltalk.greeting" };
  const open = command === "slower" || command === "larger" ? scene.state.asked : null;
  if (open !== null) return { drafts: [say, ...askDrafts(scene, open)] };
  return {
    drafts: [say, { kind: "choices", key: "menu.what", choices: [...goOn(scene.state), ...menu()] }],
  };
}

/** Said kindly: what we do not do, and what we do. */
export function outOfScope(scene: Scene): Answer {
  const elsewhere = scene.reading?.elsewhere;
  const say: Draft = elsewhere
    ? { kind: "say", key: "scope.elsewhere", parameters: { place: elsewhere } }
    : { kind: "say", key: "scope.other" };
  return { drafts: [say, { kind: "choices", key: "menu.what", choices: menu() }] };
}

/** Not sure what was meant: the open question again or one clarifying choice, and after two misses a person. */
export function clarify(scene: Scene): Answer {
  if (scene.state.misses >= 2) {
    return {
      drafts: [
        { kind: "handoff", key: "clarify.person", offices: peopleToAsk(scene.knowledge, placeOf(scene)) },
        { kind: "choices", key: "menu.what", choices: menu() },
      ],
      unanswered: true,
    };
  }
  const { asked } = scene.state;
  if (asked !== null)
    return { drafts: [{ kind: "say", key: "clarify.again" }, ...askDrafts(scene, asked)], unanswered: true };
  return {
    drafts: [{ kind: "ask-want", key: "clarify.which", choices: menu(), entry: "choice" }],
    unanswered: true,
  };
}
