import type {
  Coverage,
  Determination,
  DocumentDetail,
  DocumentLine,
  Fact,
  Facts,
  Handover,
  Hit,
  Language,
  Place,
  Provision,
  Question,
  Site,
} from "./answers.ts";

/** The API refused or could not be reached. `status` 0 means it was not reached at all. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    /** Names of the request's fields that were wrong. */
    readonly fields: readonly string[],
  ) {
    super(`API answered ${status}`);
  }
}

async function fieldsOf(response: Response): Promise<string[]> {
  const body: { details?: { field: string }[] } = await response.json().catch(() => ({}));
  return (body.details ?? []).map(({ field }) => field);
}

async function answer(path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(path, init).catch(() => {
    throw new ApiError(0, []);
  });
  if (!response.ok) throw new ApiError(response.status, await fieldsOf(response));
  return response;
}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await answer(path, init);
  return response.status === 204 ? (undefined as T) : response.json();
}

function query(parameters: Readonly<Record<string, string>>): string {
  return new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== "")).toString();
}

/** The words of this page. */
export async function loadPhrases(language: Language): Promise<Readonly<Record<string, string>>> {
  const { phrases } = await ask<{ phrases: Record<string, string> }>(
    `/api/phrases?${query({ language, prefix: "desk" })}`,
  );
  return phrases;
}

/** The facts of the case form, in the order of asking. */
export async function loadFacts(language: Language): Promise<readonly Fact[]> {
  return (await ask<{ facts: Fact[] }>(`/api/facts?${query({ language })}`)).facts;
}

/** The counties, or the places directly under one. */
export async function loadPlaces(language: Language, parent = ""): Promise<readonly Place[]> {
  const path = `/api/places?${query({ language, parent, limit: "500" })}`;
  return (await ask<{ places: Place[] }>(path)).places;
}

/** What is known but not decided here. */
export async function loadCoverage(language: Language): Promise<Coverage> {
  return (await ask<{ coverage: Coverage }>(`/api/knowledge?${query({ language })}`)).coverage;
}

/** All documents, as lines of a list. */
export async function loadDocuments(language: Language): Promise<readonly DocumentLine[]> {
  return (await ask<{ documents: DocumentLine[] }>(`/api/documents?${query({ language })}`)).documents;
}

/** One document with what it says. */
export async function loadDocument(id: string, language: Language): Promise<DocumentDetail> {
  return ask<DocumentDetail>(`/api/documents/${encodeURIComponent(id)}?${query({ language })}`);
}

/** One rule of a benefit, by the name outlines give it: `benefit/provision`. Null when the knowledge has it no more. */
export async function loadProvision(name: string, language: Language): Promise<Provision | null> {
  const [benefit = "", id = ""] = name.split("/");
  const path = `/api/benefits/${encodeURIComponent(benefit)}?${query({ language })}`;
  const { provisions } = await ask<{ provisions: Provision[] }>(path);
  return provisions.find((provision) => provision.id === id) ?? null;
}

/** Looks words up, in one county or everywhere. */
export async function search(q: string, county: string, language: Language): Promise<readonly Hit[]> {
  const path = `/api/search?${query({ q, county, language, limit: "40" })}`;
  return (await ask<{ results: Hit[] }>(path)).results;
}

/** Decides a case. The facts travel in the body, never in an address. */
export async function decide(facts: Facts, asOf: string, language: Language): Promise<Determination> {
  return ask<Determination>("/api/entitlements", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ facts, language, ...(asOf ? { asOf } : {}) }),
  });
}

const bearer = (secret: string) => ({ headers: { authorization: `Bearer ${secret}` } });

/** The queue of unanswered questions; 401 for a wrong secret, 403 where none is set. */
export async function loadQueue(secret: string): Promise<readonly Question[]> {
  return (await ask<{ questions: Question[] }>("/api/unanswered", bearer(secret))).questions;
}

/** The queue as a file of JSON lines, to be labelled for the evaluation. */
export async function exportQueue(secret: string): Promise<Blob> {
  return (await answer("/api/unanswered/export", bearer(secret))).blob();
}

/** Takes one question off the queue. */
export async function tickOff(id: string, secret: string): Promise<void> {
  await ask(`/api/unanswered/${encodeURIComponent(id)}`, { method: "DELETE", ...bearer(secret) });
}

/** The places with a kiosk. */
export async function loadSites(language: Language): Promise<readonly Site[]> {
  return (await ask<{ sites: Site[] }>(`/api/knowledge?${query({ language })}`)).sites;
}

/** Opens a number of a site's kiosk, once; 404 for a number nobody holds, 429 after too many of those. */
export async function pickUp(site: string, number: string, secret: string): Promise<Handover> {
  return ask<Handover>("/api/handovers/pick-up", {
    method: "POST",
    headers: { "content-type": "application/json", ...bearer(secret).headers },
    body: JSON.stringify({ site, number }),
  });
}

/** Full name of one place; its code where the name cannot be had. */
export async function loadPlace(language: Language, code: string): Promise<string> {
  const path = `/api/places?${query({ language, q: code, limit: "1" })}`;
  const found = await ask<{ places: Place[] }>(path).catch(() => ({ places: [] }));
  const [place] = found.places;
  return place?.code === code ? place.path : code;
}
