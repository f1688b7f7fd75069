import type { Phone } from "../../../src/engine/index.ts";
import { Icon } from "../icons/icon.tsx";
import type { Piece } from "../reply/section.ts";

/** A number large enough to copy down, with whose it is. */
export function phonePiece(key: string, phone: Phone): Piece {
  return {
    key: `${key}/phone-${phone.number}-${phone.label}`,
    node: (
      <p class="phone">
        <Icon name="phone" />
        <span>
          <span class="phone-label">{phone.label}</span>
          <strong class="phone-number">{phone.number}</strong>
        </span>
      </p>
    ),
    text: `${phone.label} ${phone.number}`,
    private: false,
    targets: 0,
  };
}
