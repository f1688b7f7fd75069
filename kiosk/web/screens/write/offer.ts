/** A button that puts words into the text. */
export interface OfferButton {
  readonly text: string;
  readonly onTap: () => void;
}
