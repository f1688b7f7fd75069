import Fastify, { type FastifyInstance, LogController } from "fastify";
import { validatorCompiler } from "fastify-type-provider-zod";
import type { AppParts, RouteParts, Routes } from "./parts.ts";
import { installDocs } from "./plugins/docs.ts";
import { installErrors, sendFailure } from "./plugins/errors.ts";
import { installMetrics } from "./plugins/metrics.ts";
import { installPages } from "./plugins/pages.ts";
import { installSecurity } from "./plugins/security.ts";
import { benefitRoutes } from "./routes/benefits.ts";
import { documentRoutes } from "./routes/documents.ts";
import { entitlementRoutes } from "./routes/entitlements.ts";
import { facilityRoutes } from "./routes/facilities.ts";
import { factPageRoutes } from "./routes/fact-pages.ts";
import { handoverRoutes } from "./routes/handovers.ts";
import { kioskRoutes } from "./routes/kiosk.ts";
import { knowledgeRoutes } from "./routes/knowledge.ts";
import { operationRoutes } from "./routes/operation.ts";
import { placeRoutes } from "./routes/places.ts";
import { recordRoutes } from "./routes/records.ts";
import { searchRoutes } from "./routes/search.ts";
import { speechRoutes } from "./routes/speech.ts";
import { turnRoutes } from "./routes/turn.ts";

const ROUTES: readonly Routes[] = [
  turnRoutes,
  entitlementRoutes,
  facilityRoutes,
  searchRoutes,
  benefitRoutes,
  documentRoutes,
  placeRoutes,
  knowledgeRoutes,
  recordRoutes,
  handoverRoutes,
  speechRoutes,
  kioskRoutes,
  factPageRoutes,
  operationRoutes,
];

/** Largest request body in bytes: a text of 2,000 characters with its case, and nothing like an upload. */
const BODY_LIMIT = 64 * 1024;

/**
 * The zod compilers are set inside this register only: on the root they would be applied to the plain
 * JSON schemas of plugins. Answers are written as they are; their schemas describe them in the API
 * reference, and the tests hold the answers against them.
 */
async function installRoutes(app: FastifyInstance, options: RouteParts): Promise<void> {
  await app.register(async (api) => {
    api.setValidatorCompiler(validatorCompiler);
    api.setSerializerCompiler(() => JSON.stringify);
    for (const routes of ROUTES) await api.register(routes, options);
  });
}

/**
 * The whole server, ready to listen or to be asked without a port.
 *
 * @example const answer = await (await buildApp(parts)).inject({ url: "/api/knowledge" });
 */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    loggerInstance: parts.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: parts.config.trustProxy,
    frameworkErrors: (error, request, reply) => sendFailure(error, request, reply),
  });
  app.removeContentTypeParser("text/plain");
  installErrors(app);
  await installSecurity(app, parts);
  await installDocs(app);
  const metrics = installMetrics(app);
  await installRoutes(app, { parts, metrics });
  await installPages(app, parts);
  return app;
}
