/**
 * SHA-256 (FIPS 180-4) in plain JavaScript, for short texts. Why our own: the engine runs in browsers without a
 * secure page and in a bare VM, where neither Node's nor the browser's crypto is there. Not for secrets.
 */

const BLOCK = 64;
const WORDS = 64;

/** The first 32 bits of the fractional parts of the square roots (start) and cube roots (rounds) of the primes. */
const [START, ROUND] = constants();

/** Hash of the text's UTF-8 bytes as 64 hexadecimal digits. @example sha256("abc").slice(0, 8) // "ba7816bf" */
export function sha256(text: string): string {
  const bytes = padded(utf8(text));
  const state = Uint32Array.from(START);
  for (let at = 0; at < bytes.length; at += BLOCK) compress(state, schedule(bytes, at));
  return [...state].map((word) => word.toString(16).padStart(8, "0")).join("");
}

function constants(): readonly [readonly number[], readonly number[]] {
  const primes: number[] = [];
  for (let number = 2; primes.length < WORDS; number += 1) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  }
  const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32);
  return [
    primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime))),
    primes.map((prime) => fraction(Math.cbrt(prime))),
  ];
}

function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
    else if (code < 0x10000)
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 0x3f),
        0x80 | ((code >> 6) & 0x3f),
        0x80 | (code & 0x3f),
      );
  }
  return bytes;
}

/** The message, a 1 bit, zeros, and the length in bits as the last eight bytes. */
function padded(bytes: readonly number[]): Uint8Array {
  const length = Math.ceil((bytes.length + 9) / BLOCK) * BLOCK;
  const block = new Uint8Array(length);
  block.set(bytes);
  block[bytes.length] = 0x80;
  const view = new DataView(block.buffer);
  view.setUint32(length - 8, Math.floor((bytes.length * 8) / 2 ** 32));
  view.setUint32(length - 4, (bytes.length * 8) >>> 0);
  return block;
}

function schedule(bytes: Uint8Array, start: number): Uint32Array {
  const words = new Uint32Array(WORDS);
  const view = new DataView(bytes.buffer, start, BLOCK);
  const word = (at: number): number => words[at] ?? 0;
  for (let at = 0; at < 16; at += 1) words[at] = view.getUint32(at * 4);
  for (let at = 16; at < WORDS; at += 1) {
    const early = word(at - 15);
    const late = word(at - 2);
    const spreadEarly = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const spreadLate = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    words[at] = word(at - 16) + spreadEarly + word(at - 7) + spreadLate;
  }
  return words;
}

function compress(state: Uint32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < WORDS; at += 1) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const first =
      (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + (ROUND[at] ?? 0) + (words[at] ?? 0)) | 0;
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [at, value] of [a, b, c, d, e, f, g, h].entries()) state[at] = (state[at] ?? 0) + value;
}

function turn(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}
