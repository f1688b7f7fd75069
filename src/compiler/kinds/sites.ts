import {
  LANGUAGES,
  type Language,
  type Panel,
  type Printer,
  type Site,
} from "../../engine/knowledge/types.ts";
import type { Compilation } from "../compilation.ts";
import type { Field } from "../reading/field.ts";
import { type Form, ID, LATITUDE, LONGITUDE, number, oneOf, PHONE, type Scalar } from "../reading/forms.ts";
import { readName } from "../reading/texts.ts";

/** Kiosk sites: where a kiosk stands, and on what device. */
export function readSites(knowledge: Compilation): readonly Site[] {
  return knowledge.items(/^places\/sites\.yaml$/u, ["site"], (item) => readSite(item, knowledge));
}

function readSite(field: Field, { ids }: Compilation): Site {
  const record = field.record(
    ...(["id", "name", "place", "latitude", "longitude", "phone", "hours"] as const),
    ...(["panel", "languages", "printer", "recogniser"] as const),
  );
  const id = record.get("id").as(ID);
  ids.define("site", id, record.get("id"));
  const hours = record.find("hours");
  const panel = record.find("panel");
  const languages = record.find("languages");
  return {
    id,
    name: readName(record.get("name")),
    place: ids.refer("place", record.get("place")),
    latitude: record.get("latitude").as(LATITUDE),
    longitude: record.get("longitude").as(LONGITUDE),
    phone: record.find("phone")?.as(PHONE) ?? null,
    hours: hours === undefined ? null : readName(hours),
    panel: panel === undefined ? null : readPanel(panel),
    languages: languages === undefined ? LANGUAGES : readLanguages(languages),
    printer: record.find("printer")?.as(PRINTER) ?? "none",
    recogniser: record.find("recogniser")?.as(RECOGNISER) ?? null,
  };
}

const INCHES = number(7, 65, "the diagonal in inches, such as 21.5");
const PIXELS = whole(600, 8000, "a whole number of pixels, such as 1080");
const MOUNT = whole(
  0,
  1500,
  "whole millimetres from the floor to the lower edge of the visible area, such as 900",
);
const LANGUAGE: Form<Language> = oneOf(["zh-Hans", "zh-Hant", "en"]);
/** The recognisers the kiosk's page knows. */
const RECOGNISER = oneOf(["browser"]);

/** Widths may be written as numbers: 58 is 58 mm paper. */
const PRINTER: Form<Printer> = asText(oneOf(["58", "80", "A4", "none"]));

function asText<T>(form: Form<T>): Form<T> {
  const parse = (raw: Scalar) => form.parse(typeof raw === "number" ? String(raw) : raw);
  return { ...form, parse };
}

function whole(minimum: number, maximum: number, write: string): Form<number> {
  const form = number(minimum, maximum, write);
  const parse: Form<number>["parse"] = (raw) => {
    const parsed = form.parse(raw);
    const broken = "value" in parsed && !Number.isInteger(parsed.value);
    return broken ? { wrong: "which is not a whole number" } : parsed;
  };
  return { ...form, parse };
}

function readPanel(field: Field): Panel {
  const record = field.record("inches", "width", "height", "mount");
  const panel = {
    inches: record.get("inches").as(INCHES),
    width: record.get("width").as(PIXELS),
    height: record.get("height").as(PIXELS),
    mount: record.get("mount").as(MOUNT),
  };
  const fault = field.readable && !field.empty ? outOfReach(panel) : null;
  if (fault !== null) record.get("mount").fault(fault);
  return panel;
}

const MM_PER_INCH = 25.4;
/** Everyone, seated or standing, reaches a touch between these heights above the floor, in millimetres. */
const LOWEST = 380;
const HIGHEST = 1200;
/** The least that must lie within reach: the bar, one row of turning pages, and answers above them. */
const LEAST_REACHABLE = 280;

/** What is wrong with how high a panel hangs; null when enough of it is within everyone's reach. */
function outOfReach({ inches, width, height, mount }: Panel): string | null {
  const tall = (inches * MM_PER_INCH * height) / Math.hypot(width, height);
  const reachable = Math.min(mount + tall, HIGHEST) - Math.max(mount, LOWEST);
  const least = Math.min(LEAST_REACHABLE, tall * 0.95);
  if (reachable >= least) return null;
  const from = Math.max(0, Math.ceil(LOWEST + least - tall));
  const to = Math.floor(HIGHEST - least);
  return `at ${mount} mm only ${Math.max(0, Math.floor(reachable))} mm of this panel lie within reach (${LOWEST} to ${HIGHEST} mm above the floor); hang it with its lower edge between ${from} and ${to} mm`;
}

function readLanguages(field: Field): readonly Language[] {
  const languages = field.list((item) => item.as(LANGUAGE));
  if (field.isEmptyList) field.fault("a kiosk needs a language; write [zh-Hans]");
  return languages;
}
