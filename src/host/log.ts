import { type Logger, pino } from "pino";

/**
 * What the parts of the program write to. Only what no person can be recognised by may be passed:
 * never a text somebody typed, a fact about somebody, a query string or a chat id.
 */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

interface LoggedRequest {
  readonly method?: string;
  readonly routeOptions?: { readonly url?: string };
}

/** The pattern (`/api/benefits/:id`), never the address: a query string may hold a question or a position. */
function request(value: LoggedRequest): object {
  return { method: value.method, route: value.routeOptions?.url ?? "unknown" };
}

/** Type, code and place of a fault, without its message: messages of parsers quote what they were given. */
function fault(error: Error & { code?: string }): object {
  const trace = (error.stack ?? "").split("\n").filter((line) => line.trimStart().startsWith("at "));
  return { type: error.name, code: error.code, at: trace.slice(0, 8).map((line) => line.trim()) };
}

/** The log as the composition holds it: ours, and what Fastify wants beside that. */
export type ProgramLog = Logger;

/**
 * JSON lines on stdout, one per event, in the form that Fastify and our own parts share.
 *
 * @param level the least severe level that is written
 * @example createLog("info").info({ port: 8080 }, "listening")
 */
export function createLog(level: string, destination?: { write(line: string): void }): ProgramLog {
  const options = {
    level,
    base: null,
    serializers: { req: request, err: fault },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
  };
  return destination ? pino(options, destination) : pino(options);
}

/** A log that writes nothing, for the terminal face, whose output belongs to the person. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
