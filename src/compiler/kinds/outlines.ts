import type { Outline, OutlineClause, OutlineStatement } from "../../engine/knowledge/types.ts";
import type { Compilation } from "../compilation.ts";
import type { KnowledgeFile } from "../files.ts";
import { type Reporting, spot } from "../reading/faults.ts";
import type { Field } from "../reading/field.ts";
import { type Form, oneOf, TEXT } from "../reading/forms.ts";
import { readText } from "../reading/texts.ts";
import { readFigures, WHOLE_DOCUMENT } from "./citations.ts";

const REASON = oneOf(["formality", "aims", "among-offices", "child-care", "named-officials"]);
const LONGEST_HEADING = 30;

/** Clause ids are compared with citations letter by letter, so they are written in one way only. */
const CLAUSE: Form<string> = {
  ...TEXT,
  write:
    "a clause as citations name it, without blanks and with full-width brackets, such as `二（三）8` or `附件·4`",
  parse(raw) {
    const text = TEXT.parse(raw);
    if (!("value" in text)) return text;
    const isClause = /^[\p{Script=Han}（）\d-]+(·[\p{Script=Han}（）\d-]+)*$/u.test(text.value);
    return isClause && text.value !== WHOLE_DOCUMENT ? text : { wrong: "which is no single clause" };
  },
};

const HEADING: Form<string> = {
  ...TEXT,
  write: `the clause's own heading or first words, at most ${LONGEST_HEADING} characters`,
  parse(raw) {
    const text = TEXT.parse(raw);
    if (!("value" in text)) return text;
    const length = [...text.value].length;
    return length > LONGEST_HEADING ? { wrong: `which has ${length} characters` } : text;
  },
};

/** All outlines: what a document says, clause by clause; one YAML file each, named as the document. */
export function readOutlines(knowledge: Compilation): readonly Outline[] {
  return knowledge.files.take(/^outlines\/[^/]+\.yaml$/u).map((file) => readOutline(file, knowledge));
}

function readOutline(file: KnowledgeFile, knowledge: Compilation): Outline {
  const document = file.id();
  knowledge.ids.mention("document", document, file);
  const field = file.yaml();
  if (field.isEmptyList) field.fault("there is no clause; write at least one");
  const seen = new Map<string, Reporting>();
  const clauses = field.list((item) => {
    const clause = readClause(item, knowledge);
    refuseTwin(clause, seen, knowledge);
    return clause;
  });
  return { document, clauses };
}

/** Read with its place kept, to which faults of the clause point. */
function readClause(field: Field, knowledge: Compilation): OutlineClause {
  const record = field.record("clause", "heading", "about", "says");
  const clause = record.get("clause");
  return knowledge.origins.keep(
    {
      clause: clause.as(CLAUSE),
      heading: record.get("heading").as(HEADING),
      about: readText(record.get("about")),
      says: record.find("says")?.list((item) => readStatement(item, knowledge)) ?? [],
    },
    clause,
  );
}

function refuseTwin(clause: OutlineClause, seen: Map<string, Reporting>, { origins }: Compilation): void {
  if (clause.clause === "") return;
  const first = seen.get(clause.clause);
  const here = origins.of(clause);
  if (first === undefined) seen.set(clause.clause, here);
  else
    here.fault(
      `clause \`${clause.clause}\` is already at ${spot(first)}; write its statements there, or name another clause`,
    );
}

function readStatement(field: Field, knowledge: Compilation): OutlineStatement {
  const record = field.record("what", "figures", "by", "none");
  const by = record.find("by");
  const none = record.find("none");
  if (by && none) none.key.fault("`by` and `none` both stand here; write only `none` where no entry answers");
  if ((!by || by.isEmptyList) && !none)
    field.fault(
      `no entry answers for this statement; write \`by: […]\` with provisions, topics or facilities, or \`none\` with ${REASON.write}`,
    );
  return {
    what: readText(record.get("what")),
    figures: readFigures(record.find("figures"), knowledge),
    by: readBy(by, knowledge),
    none: none?.as(REASON) ?? null,
  };
}

/** The entries that answer for a statement, each once and with its place kept. */
function readBy(field: Field | undefined, { origins }: Compilation): readonly string[] {
  const seen = new Set<string>();
  const items = field?.list((item) => {
    const name = item.as(TEXT);
    if (name !== "" && seen.has(name)) item.fault(`\`${name}\` stands here twice; write it once`);
    seen.add(name);
    return { name, item };
  });
  return origins.keepItems(
    (items ?? []).map(({ name }) => name),
    (items ?? []).map(({ item }) => item),
  );
}
