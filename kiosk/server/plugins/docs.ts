import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform } from "fastify-type-provider-zod";

const DESCRIPTION = [
  "Tells elders in Quanzhou what they are entitled to and where to go.",
  "Days are YYYY-MM-DD, instants ISO 8601 with zone, coordinates WGS-84 degrees, distances metres, money yuan.",
  "A wrong request is answered with 400 and the field named.",
].join(" ");

const TAGS = [
  { name: "conversation", description: "One turn of a conversation" },
  { name: "decision", description: "A whole case decided at once" },
  { name: "places", description: "Facilities and place names" },
  { name: "knowledge", description: "Benefits, documents, search and what is not decided here" },
  { name: "records", description: "Feedback and the queue of unanswered questions" },
  { name: "hand-over", description: "From the kiosk to the adviser's desk of the same site" },
  { name: "speech", description: "Texts spoken" },
  { name: "operation", description: "Health and metrics" },
];

/** OpenAPI at `/docs/json`, made from the routes' own schemas, and its reader at `/docs`. */
export async function installDocs(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Quanzhou elder service assistant", description: DESCRIPTION, version: "1" },
      tags: TAGS,
      components: { securitySchemes: { desk: { type: "http", scheme: "bearer" } } },
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, { routePrefix: "/docs", uiConfig: { deepLinking: false } });
}
