/** Compiles `<folder>/knowledge` to `<folder>/bundle.json` and prints seconds and the most memory held, for the bench. */
import { join } from "node:path";
import { compileKnowledge } from "../compiler/index.ts";
import { bundlePieces, writeIfChanged } from "../compiler/output.ts";

const folder = process.argv[2] ?? ".";
const start = performance.now();
const { bundle, faults } = compileKnowledge(join(folder, "knowledge"));
if (bundle === null) {
  console.error(faults.slice(0, 20).join("\n"));
  process.exitCode = 1;
} else {
  writeIfChanged(join(folder, "bundle.json"), bundlePieces(bundle));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const provisions = bundle.benefits.reduce((sum, benefit) => sum + benefit.provisions.length, 0);
  console.log(
    `${provisions} provisions and ${bundle.facilities.length} facilities compiled in ${seconds} s, at most ${megabytes} MB`,
  );
}
