import type { Kysely, Migration } from "kysely";

/** The tables as both databases know them: ids are text, times are integer milliseconds. */
export interface Tables {
  unanswered: {
    id: string;
    at: number;
    text: string;
    language: string;
    intent: string;
    face: string;
    site: string | null;
    county: string | null;
  };
  feedback: { id: string; at: number; helpful: number; about: string | null; face: string };
}

async function createRecords(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("unanswered")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("at", "bigint", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("language", "text", (column) => column.notNull())
    .addColumn("intent", "text", (column) => column.notNull())
    .addColumn("face", "text", (column) => column.notNull())
    .addColumn("site", "text")
    .addColumn("county", "text")
    .execute();
  await db.schema
    .createTable("feedback")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("at", "bigint", (column) => column.notNull())
    .addColumn("helpful", "integer", (column) => column.notNull())
    .addColumn("about", "text")
    .addColumn("face", "text", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("unanswered_at").on("unanswered").column("at").execute();
  await db.schema.createIndex("feedback_at").on("feedback").column("at").execute();
}

/** Steps from an empty database to the tables above, in name order; a step that has shipped is never edited. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-records": { up: createRecords },
};
