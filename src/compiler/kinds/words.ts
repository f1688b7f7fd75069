import { EMERGENCY_KINDS, INTENTS, NO_ALARM } from "../../engine/knowledge/intents.ts";
import type { Compilation } from "../compilation.ts";
import type { IdKind } from "../ids.ts";
import { spot } from "../reading/faults.ts";
import type { Field } from "../reading/field.ts";
import { TEXT } from "../reading/forms.ts";
import { didYouMean } from "../reading/suggest.ts";
import { toSimplified } from "../traditional.ts";
import { takesValue } from "./fact-values.ts";

/** Lists of words or sentences by concept id or intent, joined over all files. */
export type WordLists = Readonly<Record<string, readonly string[]>>;

/** The kinds of concepts; the id of some is one that other files define. */
const CONCEPT_KINDS: Readonly<Record<string, IdKind | null>> = {
  ...{ type: "facility type", benefit: "benefit", topic: "topic", document: "document", fact: "fact" },
  ...{ say: null, category: null, hint: null, kin: null, elsewhere: null, cue: null, command: null },
  ...{
    emergency: null,
    danger: null,
    now: null,
    past: null,
    over: null,
    calm: null,
    smalltalk: null,
    answer: null,
    mark: null,
    part: null,
    sign: null,
    spoken: null,
    common: null,
    like: null,
    ask: null,
  },
};

/** Kinds of which a word may name only one id: under two it would be read by chance. */
const ONE_ID_PER_WORD = new Set(["type", "benefit", "say", "command", "kin", "ask"]);
/** What `ask:` may be about. */
const ASKED_ABOUT = ["benefit", "topic", "document"] as const;

/** The words coming in, by concept id; see knowledge/vocabulary/README.md. */
export function readVocabulary(knowledge: Compilation): WordLists {
  const owners = new Map<string, Field>();
  return readLists(knowledge, /^vocabulary\/[^/]+\.yaml$/u, (concept) => {
    const kind = readConcept(concept, knowledge);
    return readWordList(concept, (word, item) => {
      if (ONE_ID_PER_WORD.has(kind)) claim(`${kind} ${plain(word)}`, word, concept, item, owners);
    });
  });
}

/** Labelled examples of what people say, by intent; see knowledge/utterances/README.md. */
export function readUtterances(knowledge: Compilation): WordLists {
  return readLabelled(knowledge, /^utterances\/[^/]+\.yaml$/u, "intent", INTENTS);
}

/** Examples of emergencies by kind, and under `none` of what only sounds like one; see knowledge/utterances/README.md. */
export function readAlarms(knowledge: Compilation): WordLists {
  return readLabelled(knowledge, /^utterances\/alarms\/[^/]+\.yaml$/u, "kind of emergency", [
    ...EMERGENCY_KINDS,
    NO_ALARM,
  ]);
}

/** Sentences by label; a label that is not known and a sentence under two labels are faults. */
function readLabelled(
  knowledge: Compilation,
  path: RegExp,
  what: string,
  labels: readonly string[],
): WordLists {
  const owners = new Map<string, Field>();
  return readLists(knowledge, path, (entry) => {
    if (!labels.includes(entry.name))
      entry.key.fault(
        `\`${entry.name}\` is no ${what}; write one of ${labels.join(", ")}${didYouMean(entry.name, labels)}`,
      );
    return readWordList(entry, (text, item) => claim(plain(text), text, entry, item, owners));
  });
}

/** Joins the lists of all files under their keys. */
function readLists(
  knowledge: Compilation,
  path: RegExp,
  read: (entry: Field) => readonly string[],
): WordLists {
  const lists = new Map<string, readonly string[]>();
  for (const file of knowledge.files.take(path))
    for (const entry of file.yaml().entries())
      lists.set(entry.name, [...(lists.get(entry.name) ?? []), ...read(entry)]);
  return Object.fromEntries(lists);
}

function readWordList(field: Field, check: (word: string, item: Field) => void): readonly string[] {
  if (field.isEmptyList) field.fault(`\`${field.name}\` is empty; write at least one, or leave it out`);
  return field.list((item) => {
    const word = item.as(TEXT);
    if (word !== "") check(word, item);
    return word;
  });
}

/** Reports a word that stands under another key already. */
function claim(key: string, word: string, owner: Field, item: Field, owners: Map<string, Field>): void {
  const first = owners.get(key) ?? owner;
  owners.set(key, first);
  if (first.name !== owner.name)
    item.fault(`\`${word}\` stands under \`${first.name}\` at ${spot(first)} too; keep one of the two`);
}

/** Words that differ only in width, case or script are the same. */
function plain(word: string): string {
  return toSimplified(word.normalize("NFKC").toLowerCase());
}

/** Checks a concept id such as `type:canteen` or `fact:dementia=true`, and gives its kind. */
function readConcept(field: Field, knowledge: Compilation): string {
  const [, kind = "", id = ""] = field.name.match(/^([a-z]+):(.*)$/u) ?? [];
  const target = CONCEPT_KINDS[kind];
  if (target === undefined) {
    const hint = didYouMean(kind, Object.keys(CONCEPT_KINDS));
    field.key.fault(
      `\`${field.name}\` is no concept; write kind:id with a kind from vocabulary/README.md${hint}`,
    );
  } else if (kind === "fact") readFactConcept(field, id, knowledge);
  else if (kind === "category") checkCategory(field, id, knowledge);
  else if (kind === "ask") checkAsked(field, id, knowledge);
  else if (target !== null) knowledge.ids.mention(target, id, field.key);
  return kind;
}

/** `fact:<id>=<value>`: the fact must exist and take the value. */
function readFactConcept(field: Field, text: string, knowledge: Compilation): void {
  const [id = "", value = ""] = text.split("=");
  knowledge.ids.mention("fact", id, field.key);
  const fact = knowledge.facts.get(id);
  if (fact && !takesValue(fact, value))
    field.key.fault(
      `\`${id}\` cannot be \`${value}\`; write fact:${id}=<one of its values in knowledge/facts/${id}.yaml>`,
    );
}

/** `category:<slot>`: a fact must stand for that category. */
function checkCategory(field: Field, slot: string, knowledge: Compilation): void {
  const slots = new Set([...knowledge.facts.values()].flatMap(({ category }) => category?.slot ?? []));
  if (!slots.has(slot))
    field.key.fault(
      `\`${slot}\` is no category of a fact; write one of ${[...slots].join(", ")}${didYouMean(slot, slots)}`,
    );
}

/** `ask:<kind>/<id>`: the entry must exist. */
function checkAsked(field: Field, text: string, knowledge: Compilation): void {
  const [kind = "", id = ""] = text.split("/");
  const target = ASKED_ABOUT.find((known) => known === kind);
  if (target !== undefined) knowledge.ids.mention(target, id, field.key);
  else
    field.key.fault(
      `\`${field.name}\` names no entry; write ask:<kind>/<id> with ${ASKED_ABOUT.join(", ")}${didYouMean(kind, ASKED_ABOUT)}`,
    );
}
