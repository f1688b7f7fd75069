import type { Block } from "../../../../src/engine/index.ts";
import { Icon } from "../../icons/icon.tsx";
import type { BlockContext, Section } from "../../reply/section.ts";

/** First of everything: the number to call, filling the screen. */
export function emergencySection(
  block: Extract<Block, { kind: "emergency" }>,
  key: string,
  { words }: BlockContext,
): Section {
  const call = words.t("kiosk.emergency.call");
  const node = (
    <div class="emergency">
      <Icon name="phone" />
      <h1 class="heading" tabIndex={-1}>
        {call}
      </h1>
      <p class="emergency-number">{block.number}</p>
      <p class="emergency-text">{block.text}</p>
      <p class="emergency-text">{words.t("kiosk.emergency.staff")}</p>
    </div>
  );
  return {
    key,
    layout: "emergency",
    group: "main",
    heading: { key: `${key}/heading`, node, private: false, targets: 0 },
    pieces: [],
    always: [],
  };
}
