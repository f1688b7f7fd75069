/** What a keyboard is made of. */
export interface KeyboardSettings {
  /** Keys of each row, separated by spaces; a key of several letters is in braces: `{erase}`. */
  readonly rows: readonly string[];
  /** What stands on a key, where it is not the key's own letter. */
  readonly names: Readonly<Record<string, string>>;
  /** A key was touched and let go: its letter, or the name in braces. */
  readonly onKey: (key: string) => void;
}

/** Draws the keys into `place`; the result takes them away again. */
export type KeyboardMaker = (place: HTMLElement, settings: KeyboardSettings) => () => void;

/** The 26 keys as people know them from computers and phones; needs ten keys in a row. */
const AS_ON_PHONES = ["q w e r t y u i o p", "a s d f g h j k l", "z x c v b n m {erase}"] as const;
/** In the order of the alphabet, as one learns it at school, for panels too narrow for ten large keys in a row. */
const ALPHABET = [..."abcdefghijklmnopqrstuvwxyz"];
/** Narrowest key and gap, millimetres. */
const KEY_MM = 16;
const GAP_MM = 4;

/**
 * Rows of keys for a panel that is `widthMm` wide within its margins: every key stays a large target, so a
 * narrow panel has more and shorter rows. With `space` there is a key for it, as English needs.
 *
 * @example keyRows(126, false)[0] // "a b c d e f"
 */
export function keyRows(widthMm: number, space: boolean): readonly string[] {
  const most = Math.floor((widthMm + GAP_MM) / (KEY_MM + GAP_MM));
  if (most >= 10) {
    const [first, second, third] = AS_ON_PHONES;
    return [first, second, space ? `${third} {space}` : third];
  }
  const across = Math.min(7, most);
  const keys = [...ALPHABET, ...(space ? ["{space}"] : []), "{erase}"];
  const rows: string[] = [];
  for (let at = 0; at < keys.length; at += across) rows.push(keys.slice(at, at + across).join(" "));
  return rows;
}

let loading: Promise<KeyboardMaker> | null = null;

/** Loads the script of the keys once. Rejects when it cannot be had; the next call tries again. */
export function loadKeyboard(address: string): Promise<KeyboardMaker> {
  loading ??= new Promise<KeyboardMaker>((resolve, reject) => {
    const script = document.createElement("script");
    const failed = (): void => {
      loading = null;
      reject(new Error("the keyboard could not be loaded"));
    };
    script.src = address;
    script.onload = () => {
      const make = (globalThis as { kioskKeyboard?: KeyboardMaker }).kioskKeyboard;
      if (make === undefined) failed();
      else resolve(make);
    };
    script.onerror = failed;
    document.head.append(script);
  });
  return loading;
}
