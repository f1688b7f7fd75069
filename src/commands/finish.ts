/** Ends a command with the exit code it comes to; what goes wrong on the way is said in one line and ends it with 1. */
export function finish(command: Promise<number>): void {
  command.then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    },
  );
}
