import { exportFacilities } from "./export/command.ts";
import { importFacilities } from "./import/index.ts";
import { stale } from "./stale/command.ts";
import type { Subcommand } from "./subcommand.ts";
import { verify } from "./verify/command.ts";

export type { Said } from "./subcommand.ts";

/** The jobs that keep the knowledge up to date, by the name they are called with. */
export const SUBCOMMANDS: Readonly<Record<string, Subcommand>> = {
  export: exportFacilities,
  "import-facilities": importFacilities,
  stale,
  verify,
};
