/** What a command has to say, and whether it went well (exit code 0) or found faults (1). */
export interface Said {
  readonly code: 0 | 1;
  readonly lines: readonly string[];
}

/** Where a command works: the knowledge folder, and the folder one stands in, from which paths are shown and opened. */
export interface Workplace {
  readonly folder: string;
  readonly from: string;
}

/** One job on the knowledge: `npm run knowledge <name> -- <arguments>`. */
export interface Subcommand {
  /** How to call it, in one line, without the name. */
  readonly usage: string;
  /** Wrong arguments are told in words, never thrown. */
  run(args: readonly string[], at: Workplace): Promise<Said>;
}
