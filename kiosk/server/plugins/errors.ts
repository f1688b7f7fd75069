import { STATUS_CODES } from "node:http";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { FactFault } from "../../../src/engine/index.ts";
import { plainly, type RequestFault } from "./plain-words.ts";

/** One field of a request and what is wrong with it. */
export interface FieldFault {
  readonly field: string;
  readonly problem: string;
}

/** The one shape in which every error leaves the server. */
export interface Failure {
  readonly statusCode: number;
  readonly code: string;
  readonly error: string;
  readonly message: string;
  readonly details?: readonly FieldFault[];
}

/** A refusal with its status, for routes to throw. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(
    readonly statusCode: number,
    readonly code: string,
    message: string,
    readonly details?: readonly FieldFault[],
  ) {
    super(message);
  }
}

function sentence(details: readonly FieldFault[]): string {
  return details.map(({ field, problem }) => `${field} ${problem}`).join("; ");
}

/**
 * A 400 that names each wrong fact.
 *
 * @example throw wrongFacts([{ field: "age", problem: "must be 0 to 130" }])
 */
export function wrongFacts(faults: readonly FactFault[]): Refusal {
  const details = faults.map(({ field, problem }) => ({
    field: field.startsWith("facts") ? field : `facts.${field}`,
    problem,
  }));
  return new Refusal(400, "WRONG_FACTS", sentence(details), details);
}

/**
 * A 404 for an id that nothing has.
 *
 * @example throw notFound("benefit")
 */
export function notFound(what: string): Refusal {
  return new Refusal(404, "NOT_FOUND", `There is no ${what} with this id.`);
}

function fieldOf(fault: RequestFault, context: string | undefined): string {
  const path = fault.instancePath.split("/").filter(Boolean);
  const keys = fault.params?.keys;
  const unknown = Array.isArray(keys) ? keys.slice(0, 3).map(String) : [];
  const field = [...path, ...(unknown.length > 0 ? [unknown.join(", ")] : [])].join(".");
  return (field || (context ?? "request")).slice(0, 120);
}

function fieldFaults(error: FastifyError): FieldFault[] {
  return (error.validation ?? []).slice(0, 10).map((fault) => ({
    field: fieldOf(fault, error.validationContext),
    problem: plainly(fault).slice(0, 200),
  }));
}

function failureOf(error: FastifyError | Refusal): Failure {
  const status = error.statusCode ?? 500;
  const statusCode = "validation" in error && error.validation ? 400 : status;
  const name = STATUS_CODES[statusCode] ?? "Error";
  if (statusCode >= 500 && statusCode !== 503) {
    return { statusCode, code: "INTERNAL", error: name, message: "Something went wrong on our side." };
  }
  if (error instanceof Refusal) {
    const { code, message, details } = error;
    return { statusCode, code, error: name, message, ...(details ? { details } : {}) };
  }
  if (!error.validation)
    return { statusCode, code: error.code ?? "ERROR", error: name, message: error.message };
  const details = fieldFaults(error);
  return { statusCode, code: "WRONG_REQUEST", error: name, message: sentence(details), details };
}

/** Sends any error in our one shape; faults of ours are logged, faults of the asker are not. */
export function sendFailure(
  error: FastifyError | Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const failure = failureOf(error);
  if (failure.statusCode >= 500) request.log.error({ err: error, req: request }, "a request failed");
  reply
    .code(failure.statusCode)
    .type("application/json; charset=utf-8")
    .serializer(JSON.stringify)
    .send(failure);
}

/** Turns `/api/benefits/:id` into a pattern for addresses. */
function patternOf(route: string): RegExp {
  const source = route
    .split("/")
    .map((part) => (part.startsWith(":") ? "[^/]+" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")))
    .join("/");
  return new RegExp(`^${source}/?$`);
}

/**
 * Installs the error shape: for thrown errors, for addresses nobody serves (404) and for addresses
 * that exist under another method (405 with `Allow`).
 */
export function installErrors(app: FastifyInstance): void {
  const served: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = [];
  app.addHook("onRoute", ({ url, method }) => {
    if (!url.includes("*")) served.push({ pattern: patternOf(url), methods: [method].flat() });
  });
  app.setErrorHandler<FastifyError>((error, request, reply) => sendFailure(error, request, reply));
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split("?", 1)[0] ?? "";
    const allowed = served.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods);
    if (allowed.length === 0 || allowed.includes(request.method)) {
      throw new Refusal(404, "NOT_FOUND", "Nothing is served at this address.");
    }
    reply.header("allow", [...new Set(allowed)].join(", "));
    throw new Refusal(405, "METHOD_NOT_ALLOWED", `This address takes ${[...new Set(allowed)].join(", ")}.`);
  });
}
