import { mkdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type Dialect, Kysely, Migrator, PostgresDialect, SqliteDialect } from "kysely";
import Database from "libsql";
import type { Clock } from "../clock.ts";
import { startFault } from "../start-fault.ts";
import type { Records } from "./port.ts";
import { storeRecords } from "./store.ts";
import { MIGRATIONS, type Tables } from "./tables.ts";

/** Where the records go: a file in `dataDir`, or PostgreSQL when `databaseUrl` is given. */
export interface RecordsPlace {
  readonly dataDir: string;
  readonly databaseUrl: string | null;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Makes the folder and those above it, one by one: Node's own `recursive` never ends under /proc. */
async function makeFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) await makeFolder(above);
  await mkdir(folder).catch(async (error: unknown) => {
    if (!(await isFolder(folder))) throw error;
  });
}

/** The embedded database: one connection, and a commit is on the disk before it is acknowledged. */
async function embeddedDialect(dataDir: string): Promise<Dialect> {
  await makeFolder(resolve(dataDir));
  const database = new Database(join(dataDir, "records.db"));
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.pragma("busy_timeout = 5000");
  return new SqliteDialect({ database });
}

/** PostgreSQL hands out 64-bit integers as text; our times fit a number. */
const INT8 = 20;

async function postgresDialect(url: string): Promise<Dialect> {
  const { default: pg } = await import("pg");
  pg.types.setTypeParser(INT8, Number);
  const pool = new pg.Pool({ connectionString: url, max: 5, connectionTimeoutMillis: 3_000 });
  // A connection that dies while idle must not end the program; the next query reports the fault.
  pool.on("error", () => undefined);
  return new PostgresDialect({ pool });
}

async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

async function open(place: RecordsPlace, clock: Clock): Promise<Records> {
  const dialect = place.databaseUrl
    ? await postgresDialect(place.databaseUrl)
    : await embeddedDialect(place.dataDir);
  const db = new Kysely<Tables>({ dialect });
  try {
    await migrate(db);
    const records = storeRecords(db, clock);
    await records.purge();
    return records;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/**
 * Opens the records, brings the tables up to date and deletes what is past its retention.
 *
 * @throws StartFault naming DATA_DIR or DATABASE_URL when the folder cannot be written or the database does not answer.
 * @example const records = await openRecords({ dataDir: "./data", databaseUrl: null }, systemClock);
 */
export async function openRecords(place: RecordsPlace, clock: Clock): Promise<Records> {
  try {
    return await open(place, clock);
  } catch (error) {
    throw place.databaseUrl === null
      ? startFault("DATA_DIR", `the folder ${place.dataDir} cannot be used`, error)
      : startFault("DATABASE_URL", "the database cannot be used", error);
  }
}
