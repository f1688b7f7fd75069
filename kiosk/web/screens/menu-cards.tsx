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

/** The menu under which everything is found that the other cards do not lead to. */
export const REST = "rest";
/** The menu of care and of places to go to. */
export const CARE = "care";

/** The first screen's six cards: what elders ask most, then all the rest, then anything. */
export const HOME_CARDS: readonly Card[] = [
  { icon: "money", words: "home.money", leads: choice("intent:entitlements") },
  { icon: "canteen", words: "home.canteen", leads: choice("intent:facility_nearest:canteen") },
  { icon: "care", words: "home.care", leads: { kind: "menu", menu: CARE } },
  { icon: "elder", words: "home.age", leads: choice("benefit:old-age-allowance") },
  { icon: "apply", words: "home.rest", leads: { kind: "menu", menu: REST } },
  { icon: "ask", words: "home.ask", leads: { kind: "write" } },
];

/** What people look for most when they look for care; the other kinds of places follow. */
export const CARE_CARDS: readonly Card[] = [
  { icon: "care-home", words: "care.home", leads: choice("intent:facility_nearest:care-home") },
  { icon: "day-care", words: "care.day", leads: choice("intent:facility_nearest:day-care") },
  { icon: "visit", words: "care.visit", leads: choice("benefit:purchased-home-care") },
  { icon: "insurance", words: "care.insurance", leads: choice("benefit:long-term-care-insurance") },
];

interface CardFaceProps {
  readonly control: string;
  readonly icon: string;
  readonly title: string;
  /** Empty for none. */
  readonly line: string;
  readonly onTap: () => void;
}

/** A large button: picture, two to six characters, one plain line. */
export function CardFace({ control, icon, title, line, onTap }: CardFaceProps) {
  return (
    <Tap control={control} class={`home-card home-card-${icon}`} onTap={onTap}>
      <Icon name={icon} />
      <span class={line === "" ? "home-card-title home-card-only" : "home-card-title"}>{title}</span>
      {line === "" ? null : <span class="home-card-line">{line}</span>}
    </Tap>
  );
}

interface CardsProps {
  readonly cards: readonly Card[];
  readonly words: Words;
  readonly onLead: (lead: Lead) => void;
}

/** What stands on a card, by its words. */
export function faceOf(card: Card, { words, onLead }: Omit<CardsProps, "cards">): CardFaceProps {
  return {
    control: `card-${card.words}`,
    icon: card.icon,
    title: words.t(`kiosk.${card.words}`),
    line: words.t(`kiosk.${card.words}.line`),
    onTap: () => onLead(card.leads),
  };
}

/** Cards in two columns. */
export function Cards({ cards, ...rest }: CardsProps) {
  return (
    <div class="cards">
      {cards.map((card) => (
        <CardFace key={card.words} {...faceOf(card, rest)} />
      ))}
    </div>
  );
}
