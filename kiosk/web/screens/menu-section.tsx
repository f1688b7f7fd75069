import type { Language } from "../../../src/engine/index.ts";
import type { Group, GroupMatter, Opened } from "../background/messages.ts";
import { headingPiece } from "../parts/heading.tsx";
import { phonePiece } from "../parts/phone.tsx";
import { Tap } from "../parts/tap.tsx";
import { linePieces } from "../parts/text.tsx";
import type { Piece, Section } from "../reply/section.ts";
import type { Words } from "../words/words.ts";
import { CARE, CARE_CARDS, CardFace, faceOf, type Lead, REST } from "./menu-cards.tsx";

interface MenuContext {
  readonly words: Words;
  readonly opened: Opened | null;
  readonly onLead: (lead: Lead) => void;
}

/**
 * A menu of the kiosk's own: care and places to go to, the groups of all matters, or what stands in one group, by
 * the group's id. Without pieces while the knowledge that names them is not there.
 */
export function menuSection(menu: string, context: MenuContext): Section {
  const { words, opened } = context;
  const group = opened?.groups.find(({ id }) => id === menu);
  const title = group === undefined ? words.t(`kiosk.${menu}.title`) : group.name[words.language];
  const pieces = piecesOf(menu, group, context);
  const toTap = pieces.some(({ targets }) => targets > 0);
  return {
    key: `menu:${menu}`,
    layout: toTap ? "ask" : "flow",
    group: "main",
    heading: toTap ? titlePiece(menu, title) : headingPiece(`menu:${menu}`, title, false),
    pieces,
    always: [],
  };
}

function titlePiece(menu: string, title: string): Piece {
  const node = (
    <div class="question">
      <h1 class="heading" tabIndex={-1}>
        {title}
      </h1>
    </div>
  );
  return { key: `menu:${menu}/heading`, node, private: false, targets: 0 };
}

function piecesOf(menu: string, group: Group | undefined, context: MenuContext): readonly Piece[] {
  if (group !== undefined) return group.matters.flatMap((matter) => matterPieces(matter, context));
  if (menu === CARE)
    return cardRows([...CARE_CARDS.map((card) => faceOf(card, context)), ...placeFaces(context)]);
  return menu === REST ? cardRows(groupFaces(context)) : [];
}

type Face = Parameters<typeof CardFace>[0];

/** Cards in one row, as on the first screen. */
const COLUMNS = 2;

function cardRows(faces: readonly Face[]): readonly Piece[] {
  const rows = faces.flatMap((_, at) => (at % COLUMNS === 0 ? [faces.slice(at, at + COLUMNS)] : []));
  return rows.map((row) => ({
    key: row.map(({ control }) => control).join("-"),
    node: (
      <div class="card-row">
        {row.map((face) => (
          <CardFace key={face.control} {...face} />
        ))}
      </div>
    ),
    private: false,
    targets: row.length,
  }));
}

/** Kinds of places that no card of the menu leads to. */
function placeFaces({ words, opened, onLead }: MenuContext): readonly Face[] {
  const led = new Set(CARE_CARDS.map(({ leads }) => (leads.kind === "choice" ? leads.id : "")));
  const types = opened?.facilityTypes ?? [];
  return types
    .map((type) => ({ type, id: `intent:facility_nearest:${type}` }))
    .filter(({ id }) => !led.has(id))
    .map(({ type, id }) => ({
      control: id,
      icon: "place",
      title: nameOf(type, opened, words.language),
      line: "",
      onTap: () => onLead({ kind: "choice", id }),
    }));
}

function groupFaces({ words, opened, onLead }: MenuContext): readonly Face[] {
  return (opened?.groups ?? []).map(({ id, icon, name, line }) => ({
    control: `group-${id}`,
    icon,
    title: name[words.language],
    line: line[words.language],
    onTap: () => onLead({ kind: "menu", menu: id }),
  }));
}

/** A matter is a button; an office is what one came for, its number or where it is. */
function matterPieces(matter: GroupMatter, { words, opened, onLead }: MenuContext): readonly Piece[] {
  if ("choice" in matter) {
    const { choice } = matter;
    const node = (
      <Tap control={choice} class="choice" onTap={() => onLead({ kind: "choice", id: choice })}>
        {nameOf(matter.matter, opened, words.language)}
      </Tap>
    );
    return [{ key: choice, node, private: false, targets: 1 }];
  }
  const { office, phone, address } = matter;
  const label = matter.name[words.language];
  const where = { label: phone === null ? label : words.t("label.address"), text: address ?? "" };
  return [
    ...(phone === null ? [] : [phonePiece(office, { label, number: phone })]),
    ...(address === null ? [] : linePieces(office, [where], false)),
  ];
}

function nameOf(matter: string, opened: Opened | null, language: Language): string {
  return opened?.matters[matter]?.[language] ?? "";
}
