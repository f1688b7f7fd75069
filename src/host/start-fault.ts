import type { Setting } from "./config.ts";

/** A start that fails for a reason outside the program; the message is the one line the operator reads. */
export class StartFault extends Error {
  override readonly name = "StartFault";
}

/** What usually stands behind a code of the system, PostgreSQL or Redis, in plain words. */
const MEANINGS: Readonly<Record<string, string>> = {
  EADDRINUSE: "another program listens there already",
  EADDRNOTAVAIL: "this machine has no such address",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "the name of the host cannot be looked up",
  ECONNREFUSED: "nothing answers there",
  ECONNRESET: "the connection was cut",
  ETIMEDOUT: "there was no answer in time",
  EACCES: "this program has no right to it",
  EPERM: "this program has no right to it",
  EROFS: "nothing can be written there",
  ENOSPC: "there is no space left",
  EEXIST: "there is a file in its place",
  ENOTDIR: "a part of the path is a file",
  ENOENT: "it cannot be made there",
  ENAMETOOLONG: "the path is too long",
  SQLITE_CANTOPEN: "the database in it cannot be opened",
  SQLITE_NOTADB: "records.db in it is no database",
  SQLITE_READONLY: "the database in it cannot be written",
  SQLITE_BUSY: "another program holds the database in it",
  "28P01": "user or password are refused",
  "28000": "user or password are refused",
  "3D000": "there is no such database",
};

function codeOf(error: unknown): string {
  const code = error instanceof Error ? Reflect.get(error, "code") : null;
  return typeof code === "string" ? code : "";
}

/** Secrets stand in addresses, and a server may quote them; of its own words only the first line is kept. */
function reasonOf(error: unknown): string {
  const code = codeOf(error);
  const meaning = MEANINGS[code];
  if (meaning) return `${meaning} (${code})`;
  const [line = "unknown"] = (error instanceof Error ? error.message : String(error)).split("\n");
  return line.replace(/\b\w+:\/\/\S+/g, "…").slice(0, 200);
}

/**
 * The one line for a setting that is well-formed but does not work here.
 *
 * @param what what the setting was needed for, e.g. `the folder ./data cannot be used`
 * @example startFault("DATA_DIR", "the folder ./data cannot be used", error)
 */
export function startFault(setting: Setting, what: string, error: unknown): StartFault {
  return new StartFault(`${setting}: ${what}: ${reasonOf(error)}.`, { cause: error });
}

/** Faults of listening that lie in the address and not in the port. */
const OF_THE_HOST = new Set(["ENOTFOUND", "EADDRNOTAVAIL", "EAI_AGAIN", "EINVAL"]);

/** Names PORT or HOST, whichever keeps the server from listening. */
export function listenFault({ host, port }: { host: string; port: number }, error: unknown): StartFault {
  return OF_THE_HOST.has(codeOf(error))
    ? startFault("HOST", `cannot listen on ${host}`, error)
    : startFault("PORT", `cannot listen on port ${port} of ${host}`, error);
}
