import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Language } from "../../engine/index.ts";
import type { Clock } from "../clock.ts";
import { RETENTION_DAYS, type Records, type UnansweredRecord } from "./port.ts";
import { scrub } from "./scrub.ts";
import type { Tables } from "./tables.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

async function purge(db: Kysely<Tables>, now: number): Promise<number> {
  const unanswered = await db
    .deleteFrom("unanswered")
    .where("at", "<", now - RETENTION_DAYS.unanswered * DAY_MS)
    .executeTakeFirst();
  const feedback = await db
    .deleteFrom("feedback")
    .where("at", "<", now - RETENTION_DAYS.feedback * DAY_MS)
    .executeTakeFirst();
  return Number(unanswered.numDeletedRows + feedback.numDeletedRows);
}

async function listUnanswered(db: Kysely<Tables>, limit: number): Promise<UnansweredRecord[]> {
  const rows = await db
    .selectFrom("unanswered")
    .selectAll()
    .orderBy("at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, language: row.language as Language }));
}

/**
 * Records on an open database whose tables exist. Scrubbing happens here, at the last step before
 * the disk, so that no caller can forget it.
 */
export function storeRecords(db: Kysely<Tables>, clock: Clock): Records {
  const stamp = () => ({ id: randomUUID(), at: clock().getTime() });
  return {
    addUnanswered: async (question) => {
      const row = { ...question, ...stamp(), text: scrub(question.text) };
      await db.insertInto("unanswered").values(row).execute();
    },
    listUnanswered: (limit) => listUnanswered(db, limit),
    removeUnanswered: async (id) => {
      const gone = await db.deleteFrom("unanswered").where("id", "=", id).executeTakeFirst();
      return gone.numDeletedRows > 0n;
    },
    addFeedback: async ({ helpful, about, face }) => {
      const row = { ...stamp(), helpful: helpful ? 1 : 0, about, face };
      await db.insertInto("feedback").values(row).execute();
    },
    purge: () => purge(db, clock().getTime()),
    healthy: async () =>
      sql`select 1`.execute(db).then(
        () => true,
        () => false,
      ),
    close: () => db.destroy(),
  };
}
