import type { Input } from "../../../src/engine/index.ts";
import { Icon } from "../icons/icon.tsx";
import { Tap } from "../parts/tap.tsx";
import type { Words } from "../words/words.ts";

/** Where a card leads: to the engine, to a menu of the kiosk, or to the screen for one's own question. */
export type Lead = Input | { readonly kind: "menu"; readonly menu: string } | { readonly kind: "write" };

/** A large card; its words are `kiosk.<words>` and `kiosk.<words>.line`. */
export interface Card {
  readonly icon: string;
  readonly words: string;
  readonly leads: Lead;
}

const choice = (id: string): Input => ({ kind: "choice", id });

/** The first screen's six cards: what elders ask most, then how, then anything. */
export const HOME_CARDS: readonly Card[] = [
  { icon: "money", words: "home.money", leads: choice("intent:entitlements") },
  { icon: "canteen", words: "home.canteen", leads: choice("intent:facility_nearest:canteen") },
  { icon: "care", words: "home.care", leads: { kind: "menu", menu: "care" } },
  { icon: "elder", words: "home.age", leads: choice("benefit:old-age-allowance") },
  { icon: "apply", words: "home.apply", leads: choice("intent:apply_howto") },
  { icon: "ask", words: "home.ask", leads: { kind: "write" } },
];

/** Menus of the kiosk's own; the title is `kiosk.<menu>.title`. */
export const MENUS: Readonly<Record<string, readonly Card[]>> = {
  care: [
    { icon: "care-home", words: "care.home", leads: choice("intent:facility_nearest:care-home") },
    { icon: "day-care", words: "care.day", leads: choice("intent:facility_nearest:day-care") },
    { icon: "visit", words: "care.visit", leads: choice("benefit:purchased-home-care") },
    { icon: "insurance", words: "care.insurance", leads: choice("benefit:long-term-care-insurance") },
  ],
};

interface CardsProps {
  readonly cards: readonly Card[];
  readonly words: Words;
  readonly onLead: (lead: Lead) => void;
}

/** Cards in two columns: picture, two to six characters, one plain line. */
export function Cards({ cards, words, onLead }: CardsProps) {
  return (
    <div class="cards">
      {cards.map((card) => (
        <Tap
          key={card.words}
          control={`card-${card.words}`}
          class={`home-card home-card-${card.icon}`}
          onTap={() => onLead(card.leads)}
        >
          <Icon name={card.icon} />
          <span class="home-card-title">{words.t(`kiosk.${card.words}`)}</span>
          <span class="home-card-line">{words.t(`kiosk.${card.words}.line`)}</span>
        </Tap>
      ))}
    </div>
  );
}
