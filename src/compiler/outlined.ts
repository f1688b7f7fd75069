import type { Outline, OutlineClause, PolicyDocument } from "../engine/knowledge/types.ts";
import { Compilation } from "./compilation.ts";
import { readDocuments } from "./kinds/documents.ts";
import { readOutlines } from "./kinds/outlines.ts";
import { readPlaces } from "./kinds/places.ts";
import { type Placed, spot } from "./reading/faults.ts";

/** The documents with their outlines, read without the rest of the knowledge. */
export interface Outlined {
  readonly documents: readonly PolicyDocument[];
  readonly outlines: readonly Outline[];
  /** What cannot be read in them; the entries that they name are not looked at. */
  readonly faults: readonly string[];
  /** `FILE:LINE:COLUMN` of a clause. */
  placeOf(clause: OutlineClause): string;
}

/**
 * Reads only what says which document says what, so that an outline can be compared with its document while the
 * entries are still being written.
 *
 * @param shown how faults name the folder
 */
export function readOutlined(folder: string, shown: string): Outlined {
  const knowledge = new Compilation(folder, shown);
  readPlaces(knowledge);
  const documents = readDocuments(knowledge);
  const outlines = readOutlines(knowledge);
  knowledge.ids.settle();
  const placeOf = (clause: OutlineClause) => whole(knowledge.origins.of(clause));
  return { documents, outlines, faults: knowledge.faults.lines(), placeOf };
}

function whole(at: Placed): string {
  return `${spot(at)}:${at.position.column}`;
}
