import { execFileSync } from "node:child_process";

/** Compiles the knowledge once for all tests, so that none runs on yesterday's. Faults stop the run. */
export default function setup(): void {
  execFileSync(process.execPath, ["--import", "tsx", "src/compiler/cli.ts"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}
