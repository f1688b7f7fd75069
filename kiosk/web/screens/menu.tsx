import type { Words } from "../words/words.ts";
import { Cards, type Lead, MENUS } from "./menu-cards.tsx";

/** A menu of the kiosk's own between the first screen and the engine. */
export function Menu(props: {
  readonly menu: string;
  readonly words: Words;
  readonly onLead: (lead: Lead) => void;
}) {
  const { menu, words, onLead } = props;
  return (
    <main class="screen menu">
      <div class="question">
        <h1 class="heading" tabIndex={-1}>
          {words.t(`kiosk.${menu}.title`)}
        </h1>
      </div>
      <Cards cards={MENUS[menu] ?? []} words={words} onLead={onLead} />
    </main>
  );
}
