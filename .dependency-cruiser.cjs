/**
 * Who may import whom (docs/decisions/0001). Anything that is not listed is forbidden.
 * Each entry: the files it speaks of, what they may import, and what they may import as types only.
 */
const table = [
  { from: "^src/engine/message/", may: ["^src/engine/message/"] },
  { from: "^src/engine/knowledge/", may: ["^src/engine/knowledge/", "^node_modules/fuse\\.js/"] },
  { from: "^src/engine/(language|eligibility|facilities)/", may: ["^src/engine/knowledge/", "^src/engine/$1/"] },
  {
    from: "^src/engine/speech/",
    may: ["^src/engine/(knowledge|message|speech)/", "^node_modules/i18next/"],
    mayTypes: ["^src/engine/(eligibility|facilities)/"],
  },
  {
    from: "^src/engine/dialogue/",
    may: ["^src/engine/(knowledge|message|eligibility|facilities|dialogue)/"],
    mayTypes: ["^src/engine/(language|speech)/"],
  },
  { from: "^src/engine/[^/]+\\.ts$", may: ["^src/engine/"] },
  {
    from: "^src/compiler/",
    may: ["^src/engine/(knowledge|language)/", "^src/compiler/", "^node_modules/(yaml|csv-parse|opencc-js|pinyin-pro)/", "^node:"],
  },
  {
    from: "^src/host/",
    may: ["^src/engine/index\\.ts$", "^src/host/", "^src/compiler/index\\.ts$", "^node_modules/(node-cache|ioredis|kysely|libsql|pg|@types/pg|pino|pinyin-pro|zod)/", "^node:"],
  },
  {
    from: "^src/upkeep/",
    may: ["^src/engine/(index\\.ts$|knowledge/)", "^src/compiler/", "^src/upkeep/", "^node_modules/(read-excel-file|gcoord|csv-parse)/", "^node:"],
  },
  { from: "^src/commands/", may: ["^src/engine/index\\.ts$", "^src/(host|compiler|upkeep|commands)/", "^node:"] },
  { from: "^src/bench/", may: ["^src/", "^node_modules/(fuse\\.js|yaml|vite|minisearch|bayes|@nlpjs/.+)/", "^node:"] },
  { from: "^src/main\\.ts$", may: ["^src/host/", "^src/engine/index\\.ts$", "^src/compiler/index\\.ts$", "^bot/[^/]+/index\\.ts$", "^kiosk/server/app\\.ts$", "^node:"] },
  { from: "^bot/([^/]+)/", may: ["^src/engine/index\\.ts$", "^src/host/", "^bot/$1/", "^node_modules/(telegraf|node-cache)/", "^node:"] },
  { from: "^kiosk/server/", may: ["^src/engine/index\\.ts$", "^src/host/", "^kiosk/server/", "^node_modules/(@fastify/.+|fastify|fastify-type-provider-zod|prom-client|zod)/", "^node:"] },
  { from: "^kiosk/web/", may: ["^src/engine/index\\.ts$", "^kiosk/web/", "^node_modules/(preact|@preact/.+|uqr|vite|yaml)/", "^node:"] },
  { from: "^kiosk/web/keyboard/", may: ["^node_modules/simple-keyboard/"] },
  { from: "^kiosk/web/build/", may: ["^node_modules/(opencc-js|pinyin-pro)/"] },
  { from: "^kiosk/desk/", may: ["^kiosk/desk/", "^node_modules/(preact|@preact/.+|vite)/", "^node:"] },
];

/** Node's modules and packages appear under several spellings; the table names them in one. */
const spelled = (pattern) => (pattern === "^node:" ? "^(node:)?(assert|async_hooks|buffer|child_process|crypto|events|fs|http|module|os|path|perf_hooks|readline|stream|timers|url|util|vm|worker_threads|zlib)(/|$)" : pattern);

module.exports = {
  allowed: table.flatMap(({ from, may, mayTypes = [] }) => [
    { from: { path: from }, to: { path: may.map(spelled) } },
    ...(mayTypes.length > 0 ? [{ from: { path: from }, to: { path: mayTypes, dependencyTypes: ["type-only"] } }] : []),
  ]),
  allowedSeverity: "error",
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "not-found", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|data)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json", ".css"],
    },
  },
};
