import type {
  Benefit,
  Block,
  Engine,
  Facility,
  FacilityHit,
  Language,
  Line,
  Source,
} from "../../../src/engine/index.ts";
import { escaped, htmlPage } from "./html.ts";
import type { Lookup } from "./sources.ts";

type BenefitBlock = Extract<Block, { kind: "benefit" }>;

/** What a page of facts is made from. */
export interface FactPageContext {
  readonly engine: Engine;
  readonly lookup: Lookup;
  readonly language: Language;
  /** Instant with zone: whether a period has ended depends on it. */
  readonly now: string;
}

const LANGUAGES: readonly Language[] = ["zh-Hans", "zh-Hant", "en"];
/** More places of one type than one place has. */
const MOST_PLACES = 500;

type Say = (key: string, values?: Readonly<Record<string, string>>) => string;

function sayIn({ lookup, language }: FactPageContext): Say {
  const phrases = lookup.bundle.phrases[language];
  return (key, values = {}) =>
    (phrases[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => values[name] ?? "");
}

/** Lines as lists, one for each rule: a rule begins with the place where it holds. */
function list(lines: readonly Line[], say: Say): string {
  const rules: Line[][] = [];
  for (const line of lines) {
    const last = rules.at(-1);
    if (last === undefined || line.label === say("label.place")) rules.push([line]);
    else last.push(line);
  }
  return rules.map((rule) => `<dl>${rule.map(row).join("")}</dl>`).join("");
}

function row({ label, text }: Line): string {
  return `<dt>${escaped(label)}</dt><dd>${escaped(text)}</dd>`;
}

function sourceItem(source: Source, say: Say): string {
  const parts = [
    say("page.source.clause", { title: source.title, clause: source.clause }),
    source.number ?? "",
    source.issued === null ? say("page.source.undated") : say("page.source.issued", { day: source.issued }),
    say("page.source.checked", { day: source.checked }),
    source.kind === "news" ? say("page.source.news") : "",
  ].filter((part) => part !== "");
  const link =
    source.url === null
      ? ""
      : ` <a href="${escaped(source.url)}" rel="noreferrer noopener">${escaped(say("page.source.open"))}</a>`;
  return `<li>${escaped(parts.join(say("page.separator")))}${link}</li>`;
}

function sourceList(sources: readonly Source[], say: Say): string {
  const items = sources.map((source) => sourceItem(source, say)).join("");
  return items === "" ? "" : `<h2>${escaped(say("page.sources"))}</h2><ul>${items}</ul>`;
}

function links(
  title: string,
  entries: readonly (readonly [href: string, text: string, lang?: string])[],
): string {
  const items = entries.map(
    ([href, text, lang]) =>
      `<li><a href="${escaped(href)}"${lang === undefined ? "" : ` lang="${lang}"`}>${escaped(text)}</a></li>`,
  );
  return `<nav aria-label="${escaped(title)}"><h2>${escaped(title)}</h2><ul>${items.join("")}</ul></nav>`;
}

/** Other languages, and all benefits: on every page. */
function foot(path: string, county: string | null, context: FactPageContext, say: Say): string {
  const languages = LANGUAGES.filter((language) => language !== context.language).map(
    (language) => [addressOf(path, county, language), say(`page.language.${language}`), language] as const,
  );
  const all = [addressOf("/facts", null, context.language), say("page.all")] as const;
  return `<hr>${links(say("page.more"), [all, ...languages])}`;
}

function addressOf(path: string, county: string | null, language: Language): string {
  const query = new URLSearchParams({ ...(county === null ? {} : { county }), lang: language });
  return `${path}?${query}`;
}

function page(title: string, body: string, context: FactPageContext): string {
  const say = sayIn(context);
  const whole = `<p class="fine">${escaped(say("page.title"))}</p><main><h1>${escaped(title)}</h1>${body}</main>`;
  return htmlPage(context.language, title, whole);
}

/** The benefit as the engine tells it to nobody in particular, with the rule of the county asked for. */
function toldInGeneral(id: string, county: string | null, context: FactPageContext): BenefitBlock | null {
  const { engine, now, language } = context;
  const input = { kind: "choice", id: `benefit:${id}` } as const;
  const first = engine.turn(null, input, { now, language });
  const { reply } =
    county === null ? first : engine.turn({ ...first.state, county }, input, { now, language });
  return reply.blocks.find((block): block is BenefitBlock => block.kind === "benefit") ?? null;
}

/** A page about one benefit: what it is, the rules with clause and date, who confirms. Says nothing of anybody. */
export function benefitPage(benefit: Benefit, county: string | null, context: FactPageContext): string {
  const { lookup, language } = context;
  const say = sayIn(context);
  const told = toldInGeneral(benefit.id, county, context);
  const office = lookup.office(benefit.apply.office);
  const path = `/facts/benefit/${encodeURIComponent(benefit.id)}`;
  const counties = lookup.bundle.places.filter(({ level, code }) => level === "county" && code !== county);
  const where =
    county === null
      ? say("page.county.any")
      : say("page.county", { county: lookup.placeName(county, language) });
  const body = [
    `<p>${escaped(benefit.summary[language])}</p>`,
    `<p class="notice">${escaped(say("page.window"))}</p>`,
    `<p><strong>${escaped(where)}</strong></p>`,
    list(told?.lines ?? [], say),
    office === null
      ? ""
      : `<p><strong>${escaped(say("page.ask", { office: office.name[language] }))}</strong></p>`,
    sourceList(told?.sources ?? [], say),
    links(
      say("page.counties"),
      counties.map(({ code, name }) => [addressOf(path, code, language), name[language]]),
    ),
    foot(path, county, context, say),
  ];
  return page(benefit.name[language], body.join(""), context);
}

/** The place as the engine finds it now; null when it offers it to nobody. */
function foundNow(
  { id, type, place }: Facility,
  { engine, now, language }: FactPageContext,
): FacilityHit | null {
  const search = { type, at: now, limit: MOST_PLACES, ...(place === null ? {} : { place }) };
  return engine.facilities(search, language).find((hit) => hit.id === id) ?? null;
}

/** Whether somebody can just go there: the state of a place that does not change with the hour. */
function stateOf({ status }: Facility, found: FacilityHit | null, say: Say): string {
  if (status === "planned" || status === "suspended" || status === "closed")
    return say(`facility.status.${status}`);
  return found === null || found.confirmFirst ? say("facility.status.confirm-first") : "";
}

function facilityLines(facility: Facility, placeName: string | null, say: Say): readonly Line[] {
  const told: readonly (readonly [string, string | null])[] = [
    ["label.place", placeName],
    ["label.address", facility.address],
    ["label.hours", facility.hours],
    ["label.prices", facility.prices],
    ["label.phone", facility.phone],
    ["label.services", facility.services.join(say("list.separator"))],
    ["label.note", facility.note],
    ["label.reported", facility.reported ?? say("source.undated")],
  ];
  return told.flatMap(([key, text]): Line[] => (text ? [{ label: say(key), text }] : []));
}

/** A page about one place to go to. */
export function facilityPage(facility: Facility, context: FactPageContext): string {
  const { lookup, language } = context;
  const say = sayIn(context);
  const found = foundNow(facility, context);
  const state = stateOf(facility, found, say);
  const placeName = facility.place === null ? null : lookup.placeName(facility.place, language);
  const body = [
    state === "" ? "" : `<p class="notice">${escaped(state)}</p>`,
    list(facilityLines(facility, found?.placeName ?? placeName, say), say),
    sourceList(lookup.sources(facility.sources), say),
    foot(`/facts/facility/${encodeURIComponent(facility.id)}`, null, context, say),
  ];
  return page(facility.name[language], body.join(""), context);
}

/** All benefits, to choose from. */
export function indexPage(context: FactPageContext): string {
  const { lookup, language } = context;
  const say = sayIn(context);
  const items = lookup.bundle.benefits.map(
    ({ id, name, summary }) =>
      `<li><a href="${escaped(addressOf(`/facts/benefit/${encodeURIComponent(id)}`, null, language))}">` +
      `${escaped(name[language])}</a><br>${escaped(summary[language])}</li>`,
  );
  const body = `<p>${escaped(say("page.all.intro"))}</p><ul>${items.join("")}</ul>`;
  const others = foot("/facts", null, context, say);
  return page(say("page.all"), body + others, context);
}

/** That there is nothing here, and where to look instead. */
export function missingPage(context: FactPageContext): string {
  const say = sayIn(context);
  const body = `<p>${escaped(say("page.missing.text"))}</p>${foot("/facts", null, context, say)}`;
  return page(say("page.missing.title"), body, context);
}
