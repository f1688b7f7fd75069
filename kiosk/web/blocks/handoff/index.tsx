import type { Block, Phone } from "../../../../src/engine/index.ts";
import { headingPiece } from "../../parts/heading.tsx";
import { phonePiece } from "../../parts/phone.tsx";
import { textPieces } from "../../parts/text.tsx";
import type { BlockContext, Section } from "../../reply/section.ts";
import { handOverPieces } from "../../takeaway/piece.tsx";

/** A person to turn to, with numbers large enough to copy down. The kiosk's own centre comes first when its number is known. */
export function handoffSection(
  block: Extract<Block, { kind: "handoff" }>,
  key: string,
  context: BlockContext,
): Section {
  const { words, site } = context;
  const own: readonly Phone[] =
    site?.phone == null ? [] : [{ label: words.t("kiosk.person.site"), number: site.phone }];
  return {
    key,
    layout: "flow",
    group: "main",
    always: handOverPieces(key, context),
    heading: headingPiece(key, words.t("kiosk.person.title"), false),
    pieces: [
      ...textPieces(`${key}/here`, words.t("kiosk.person.here"), false),
      ...textPieces(key, block.text, false),
      ...[...own, ...block.phones].map((phone) => phonePiece(key, phone)),
    ],
  };
}
