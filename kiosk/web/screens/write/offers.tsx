import { Tap } from "../../parts/tap.tsx";
import type { OfferButton } from "./offer.ts";

interface OffersProps {
  readonly class: string;
  readonly label: string;
  readonly offers: readonly OfferButton[];
  /** What stands in the place while there is nothing to offer. */
  readonly empty: string;
}

/** What may be meant, as large buttons; the place keeps its size when there is nothing, so that nothing jumps. */
export function Offers({ class: look, label, offers, empty }: OffersProps) {
  if (offers.length === 0) return <p class={`offers offers-empty ${look}`}>{empty}</p>;
  return (
    <fieldset class={`offers ${look}`} aria-label={label} data-unspoken="">
      {offers.map(({ text, onTap }, at) => (
        <Tap key={text} control={`offer-${at}`} class="choice candidate" repeatMs={0} onTap={onTap}>
          {text}
        </Tap>
      ))}
    </fieldset>
  );
}
