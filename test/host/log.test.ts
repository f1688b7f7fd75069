import { expect, it } from "vitest";
import { createLog } from "../../src/host/log.ts";

it("the log is JSON lines that name the route and the kind of fault, never what was asked", () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => void lines.push(line) });
  const request = { method: "GET", url: "/api/search?q=我妈82岁", routeOptions: { url: "/api/search" } };
  const fault = new SyntaxError('Unexpected token in "我妈82岁"');
  log.error({ req: request, err: fault }, "a request failed");
  const line = JSON.parse(lines.join("")) as Record<string, unknown>;
  expect(line).toMatchObject({ req: { method: "GET", route: "/api/search" }, err: { type: "SyntaxError" } });
  expect(lines.join("")).not.toContain("82");
});
