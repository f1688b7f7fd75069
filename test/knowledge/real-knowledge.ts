import { compileKnowledge } from "../../src/compiler/index.ts";
import { indexKnowledge, type Knowledge } from "../../src/engine/knowledge/index.ts";

const FOLDER = new URL("../../knowledge", import.meta.url).pathname;

/** The knowledge of this repository, freshly compiled; throws its faults when it does not compile. */
export function realKnowledge(): Knowledge {
  const { bundle, faults } = compileKnowledge(FOLDER);
  if (bundle === null) throw new Error(`knowledge does not compile:\n${faults.slice(0, 20).join("\n")}`);
  return indexKnowledge(bundle);
}
