import type { Stroke } from "../writing/ink.ts";
import type { Offer, Word } from "../writing/lexicon.ts";
import type { Reading } from "../writing/pinyin.ts";

/** What the page asks of the writing worker. Nothing of it is kept there. */
export type WritingRequest =
  /** Load what writing needs; the others wait for it. Addresses are of the page's own files. */
  | {
      readonly id: number;
      readonly kind: "prepare";
      readonly words: readonly Word[];
      readonly strokes: string;
      readonly syllables: string;
    }
  /** Which characters the strokes may be. */
  | { readonly id: number; readonly kind: "strokes"; readonly strokes: readonly Stroke[] }
  /** Which words and characters the letters may be. */
  | { readonly id: number; readonly kind: "letters"; readonly letters: string }
  /** Which words go on from the text. */
  | { readonly id: number; readonly kind: "text"; readonly text: string };

/** The worker's answer, with the id of its request. */
export type WritingResponse =
  | { readonly id: number; readonly kind: "prepared" }
  | { readonly id: number; readonly kind: "characters"; readonly characters: readonly string[] }
  | { readonly id: number; readonly kind: "readings"; readonly readings: readonly Reading[] }
  | { readonly id: number; readonly kind: "offers"; readonly offers: readonly Offer[] }
  /** Not prepared, or the files could not be fetched. */
  | { readonly id: number; readonly kind: "failed" };
