import { timingSafeEqual } from "node:crypto";
import { Refusal } from "./errors.ts";

function sameSecret(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Lets only the desk in: what it may open needs the operator's secret, and stays closed when there is none.
 *
 * @param authorization the request's header, `Bearer` and the secret
 * @throws Refusal 403 without a secret in the settings, 401 for a wrong one
 */
export function checkSecret(secret: string | null, authorization: string | undefined): void {
  if (secret === null) throw new Refusal(403, "RECORDS_CLOSED", "Set DESK_TOKEN to open the records.");
  const given = /^Bearer (.+)$/.exec(authorization ?? "")?.[1] ?? "";
  if (!sameSecret(given, secret)) throw new Refusal(401, "WRONG_SECRET", "The secret is missing or wrong.");
}
