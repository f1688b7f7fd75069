import type { Matter, MatterGroup, MatterKind } from "../../engine/knowledge/types.ts";
import type { Compilation } from "../compilation.ts";
import type { Field } from "../reading/field.ts";
import { ID, oneOf, TEXT } from "../reading/forms.ts";
import { readText } from "../reading/texts.ts";
import { BENEFIT_KIND } from "./benefits.ts";
import { TOPIC_KIND } from "./topics.ts";

/** Four pages of six buttons: whoever looks for something gives up before a fifth. */
const MOST_MATTERS = 24;

const OFFICE_KIND = oneOf(["office", "hotline"]);

/** What a group is made of: what stands in it by name, and which kinds of what nobody named. */
interface Written {
  readonly field: Field;
  readonly group: Omit<MatterGroup, "matters">;
  readonly named: readonly Matter[];
  /** Kinds, e.g. `benefit/cash`. */
  readonly rest: readonly string[];
}

/** Something that must stand in a group, with its kind, e.g. `benefit/cash`. */
interface Sought {
  readonly matter: Matter;
  readonly of: string;
}

/** What a group can hold: entries of other folders that must all be found by tapping. */
export interface GroupedContent {
  readonly benefits: readonly { readonly id: string; readonly kind: string }[];
  readonly topics: readonly { readonly id: string; readonly kind: string }[];
  readonly offices: readonly {
    readonly id: string;
    readonly kind: string;
    readonly phone: string | null;
    readonly address: string | null;
  }[];
}

/**
 * The headings under which people find by tapping what they do not write: `groups.yaml`, in its order. Whatever no
 * group names stands at the end of the group that takes the rest of its kind, so that a new entry needs no line here;
 * one that would stand nowhere is a fault. A knowledge without the file has no groups.
 */
export function readGroups(content: GroupedContent, knowledge: Compilation): readonly MatterGroup[] {
  return knowledge.files.take(/^groups\.yaml$/u).flatMap((file) => {
    const written = file.yaml().list((item) => readGroup(item, knowledge));
    const named = new Set(written.flatMap((one) => one.named.map(keyOf)));
    const unnamed = soughtIn(content).filter(({ matter }) => !named.has(keyOf(matter)));
    for (const { matter, of } of unnamed)
      if (file.whole && !written.some(({ rest }) => rest.includes(of)))
        file.fault(
          `${matter.kind} \`${matter.id}\` is in no group; write it under \`matters\` of one, or its kind under \`rest\``,
        );
    return written.map((one) => {
      const rest = unnamed.filter(({ of }) => one.rest.includes(of)).map(({ matter }) => matter);
      const matters = [...one.named, ...rest];
      if (matters.length > MOST_MATTERS)
        one.field.fault(
          `this group has ${matters.length} matters, which are more than ${MOST_MATTERS}; move some to another group`,
        );
      return { ...one.group, matters };
    });
  });
}

function keyOf({ kind, id }: Matter): string {
  return `${kind}/${id}`;
}

/** An office without a number or an address is nothing to look up. */
function soughtIn({ benefits, topics, offices }: GroupedContent): readonly Sought[] {
  const seek = (kind: MatterKind, of: readonly { readonly id: string; readonly kind: string }[]) =>
    of.map((one) => ({ matter: { kind, id: one.id }, of: `${kind}/${one.kind}` }));
  const toCall = offices.filter((one) => one.phone !== null || one.address !== null);
  return [...seek("benefit", benefits), ...seek("topic", topics), ...seek("office", toCall)];
}

function readGroup(field: Field, knowledge: Compilation): Written {
  const record = field.record("id", "icon", "name", "line", "matters", "rest");
  const rest = record.find("rest")?.record("benefits", "topics", "offices");
  const kinds = (
    key: "benefits" | "topics" | "offices",
    kind: MatterKind,
    form: typeof BENEFIT_KIND | typeof TOPIC_KIND | typeof OFFICE_KIND,
  ) => rest?.find(key)?.list((item) => `${kind}/${item.as<string>(form)}`) ?? [];
  return {
    field,
    group: {
      id: record.get("id").as(ID),
      icon: record.get("icon").as(TEXT),
      name: readText(record.get("name")),
      line: readText(record.get("line")),
    },
    named: record.find("matters")?.list((item) => readMatter(item, knowledge)) ?? [],
    rest: [
      ...kinds("benefits", "benefit", BENEFIT_KIND),
      ...kinds("topics", "topic", TOPIC_KIND),
      ...kinds("offices", "office", OFFICE_KIND),
    ],
  };
}

function readMatter(field: Field, { ids }: Compilation): Matter {
  const record = field.record("benefit", "topic", "facility-type", "office");
  const topic = record.find("topic");
  if (topic) return { kind: "topic", id: ids.refer("topic", topic) };
  const type = record.find("facility-type");
  if (type) return { kind: "facility type", id: ids.refer("facility type", type) };
  const office = record.find("office");
  if (office) return { kind: "office", id: ids.refer("office", office) };
  return { kind: "benefit", id: ids.refer("benefit", record.get("benefit")) };
}
