/** Keys of a card reader follow each other within so many milliseconds; no finger is as quick. */
export const READER_MS = 50;
/** Fewest digits that make a card's number. */
const SHORTEST_CARD = 6;
/** Digits, and what ends an identity number. */
const OF_A_CARD = /^[0-9xX]$/;

/**
 * Readers for identity and social security cards that act as a keyboard type the card's number into whatever page
 * is shown. The kiosk asks for no card: such bursts are held back until it is clear what they are, and dropped.
 * Digits that somebody types go where they were typed.
 */
export function refuseCards(): void {
  let held = "";
  let field: HTMLTextAreaElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = (): void => {
    const digits = held;
    held = "";
    if (digits.length < SHORTEST_CARD && field !== null) type(field, digits);
  };
  const key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const digit = OF_A_CARD.test(event.key);
    // A reader closes with Enter or Tab, which would press the button that was touched last.
    if (!digit && held === "") return;
    event.preventDefault();
    event.stopPropagation();
    if (digit) {
      if (held === "") field = event.target instanceof HTMLTextAreaElement ? event.target : null;
      held += event.key;
    }
    clearTimeout(timer);
    timer = setTimeout(over, READER_MS);
  };
  addEventListener("keydown", key, true);
}

/** Puts the digits where the person is writing, as the keyboard would have done. */
function type(field: HTMLTextAreaElement, digits: string): void {
  if (!field.isConnected || field.value.length + digits.length > field.maxLength) return;
  field.setRangeText(digits, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
