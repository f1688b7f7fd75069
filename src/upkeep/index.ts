import type { Subcommand } from "./subcommand.ts";

export type { Said, Subcommand, Workplace } from "./subcommand.ts";

/** The jobs that keep the knowledge up to date, by the name they are called with. */
export const SUBCOMMANDS: Readonly<Record<string, Subcommand>> = {};
