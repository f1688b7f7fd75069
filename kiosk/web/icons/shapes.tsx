import type { ComponentChild } from "preact";

/**
 * The pictograms on a 48 × 48 grid. `s` strokes in the text's colour, `f` fills with it, `t` fills with the
 * tint: two tones are enough to be told apart at arm's length and in grey. Drawn anew each time: a drawing that
 * stays remembers the screen it was on, and with it what the person said there.
 */
export const SHAPES: Readonly<Record<string, () => ComponentChild>> = {
  money: () => (
    <>
      <rect class="t" x="5" y="9" width="38" height="30" rx="4" />
      <rect class="s" x="5" y="9" width="38" height="30" rx="4" />
      <circle class="s" cx="24" cy="24" r="10" />
      <path class="s" d="M20 18l4 5 4-5M24 23v8M20 25h8M20 28.5h8" />
    </>
  ),
  canteen: () => (
    <>
      <path class="t" d="M5 25h38c0 9-7 15-13 16H18C12 40 5 34 5 25z" />
      <path class="s" d="M5 25h38c0 9-7 15-13 16H18C12 40 5 34 5 25z" />
      <path class="s" d="M17 20c-3-4 3-5 0-10M26 20c-3-4 3-5 0-10M33 21L44 6M38 21l6-11" />
    </>
  ),
  care: () => (
    <>
      <path class="t" d="M6 23L24 7l18 16v18H6z" />
      <path class="s" d="M3 25L24 6l21 19M8 22v19h32V22" />
      <path class="f" d="M24 37c-6-4-9-7-9-11 0-5 7-6 9-1 2-5 9-4 9 1 0 4-3 7-9 11z" />
    </>
  ),
  elder: () => (
    <>
      <circle class="t" cx="21" cy="11" r="7" />
      <circle class="s" cx="21" cy="11" r="7" />
      <path class="t" d="M12 44V31c0-7 4-10 9-10s9 3 9 10v13z" />
      <path class="s" d="M12 44V31c0-7 4-10 9-10s9 3 9 10v13M30 30l7-3M37 44V25c0-3 5-3 5 0" />
    </>
  ),
  apply: () => (
    <>
      <path class="t" d="M9 5h20l10 10v28H9z" />
      <path class="s" d="M9 5h20l10 10v28H9zM28 5v11h11" />
      <path class="s" d="M15 24h10M15 31h7M24 34l4 4 8-10" />
    </>
  ),
  ask: () => (
    <>
      <path class="t" d="M5 7h38v27H24l-10 9v-9H5z" />
      <path class="s" d="M5 7h38v27H24l-10 9v-9H5z" />
      <path class="s" d="M19 17c0-7 11-7 11 0 0 4-6 4-6 8" />
      <circle class="f" cx="24" cy="29.5" r="1.8" />
    </>
  ),
  "care-home": () => (
    <>
      <path class="t" d="M8 9h32v34H8z" />
      <path class="s" d="M8 9h32v34H8zM20 43V32h8v11M15 17h4M29 17h4M15 25h4M29 25h4" />
    </>
  ),
  "day-care": () => (
    <>
      <circle class="t" cx="24" cy="24" r="9" />
      <circle class="s" cx="24" cy="24" r="9" />
      <path class="s" d="M24 4v6M24 38v6M4 24h6M38 24h6M10 10l4 4M34 34l4 4M38 10l-4 4M14 34l-4 4" />
    </>
  ),
  visit: () => (
    <>
      <path class="t" d="M20 24L33 13l13 11v19H20z" />
      <path class="s" d="M18 25l15-13 13 12M22 23v20h21V24" />
      <circle class="s" cx="9" cy="17" r="5" />
      <path class="s" d="M3 43V31c0-5 3-6 6-6s6 1 6 6v12M28 43V32h8v11" />
    </>
  ),
  insurance: () => (
    <>
      <path class="t" d="M24 4l17 6v13c0 11-8 18-17 21C15 41 7 34 7 23V10z" />
      <path class="s" d="M24 4l17 6v13c0 11-8 18-17 21C15 41 7 34 7 23V10zM16 24l6 6 11-12" />
    </>
  ),
  back: () => <path class="s" d="M22 10L8 24l14 14M9 24h32" />,
  restart: () => <path class="s" d="M4 25L24 8l20 17M10 21v20h28V21M20 41V30h8v11" />,
  large: () => <path class="s" d="M4 40L17 9l13 31M9 29h16M31 40l7-17 7 17M34 34h8" />,
  sound: () => <path class="s" d="M6 18h8l12-9v30l-12-9H6zM33 17c4 4 4 10 0 14M38 11c8 7 8 19 0 26" />,
  stop: () => <rect class="f" x="10" y="10" width="28" height="28" rx="4" />,
  paper: () => (
    <>
      <path class="t" d="M11 4h26v40l-5-4-4 4-4-4-4 4-4-4-5 4z" />
      <path class="s" d="M11 4h26v40l-5-4-4 4-4-4-4 4-4-4-5 4zM18 13h12M18 21h12M18 29h7" />
    </>
  ),
  code: () => (
    <>
      <rect class="s" x="6" y="6" width="14" height="14" rx="1" />
      <rect class="s" x="28" y="6" width="14" height="14" rx="1" />
      <rect class="s" x="6" y="28" width="14" height="14" rx="1" />
      <path
        class="f"
        d="M11 11h4v4h-4zM33 11h4v4h-4zM11 33h4v4h-4zM27 27h6v6h-6zM37 27h6v6h-6zM32 33h6v6h-6zM27 38h5v5h-5zM38 39h5v4h-5z"
      />
    </>
  ),
  number: () => (
    <>
      <rect class="t" x="4" y="10" width="40" height="28" rx="4" />
      <rect class="s" x="4" y="10" width="40" height="28" rx="4" />
      <path class="s" d="M11 20l3-2v13M21 20c1-3 6-2 5 2-1 3-5 5-5 9h6M33 18h5l-3 5c4 0 4 8-2 7" />
    </>
  ),
  person: () => (
    <>
      <circle class="s" cx="24" cy="13" r="8" />
      <path class="s" d="M8 43c0-12 7-17 16-17s16 5 16 17z" />
    </>
  ),
  phone: () => (
    <path class="f" d="M14 4l7 11-5 5c2 5 7 10 12 12l5-5 11 7c0 6-4 10-9 10C20 44 4 28 4 13c0-5 4-9 10-9z" />
  ),
  "verdict-yes": () => (
    <>
      <circle class="f" cx="24" cy="24" r="21" />
      <path class="cut" d="M13 25l8 8 15-17" />
    </>
  ),
  "verdict-confirm": () => (
    <>
      <circle class="t" cx="24" cy="24" r="20" />
      <circle class="s" cx="24" cy="24" r="20" />
      <path class="s" d="M24 12v13l9 6" />
    </>
  ),
  "verdict-unknown": () => (
    <>
      <circle class="s" cx="24" cy="24" r="20" />
      <path class="s" d="M17 19c0-9 14-9 14 0 0 5-7 5-7 10" />
      <circle class="f" cx="24" cy="35" r="2.4" />
    </>
  ),
  "verdict-no": () => (
    <>
      <circle class="s" cx="24" cy="24" r="20" />
      <path class="s" d="M13 24h22" />
    </>
  ),
  "verdict-info": () => (
    <>
      <circle class="s" cx="24" cy="24" r="20" />
      <path class="s" d="M24 22v13" />
      <circle class="f" cx="24" cy="14" r="2.4" />
    </>
  ),
};
