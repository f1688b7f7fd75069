import { spawn } from "node:child_process";
import type { Language } from "../../engine/index.ts";
import { inEnglish, inPinyin } from "./sayable.ts";

/** How fast a text is read. Much slower than people speak is harder to understand, so the steps are small. */
export type Speed = "slow" | "normal" | "fast";

/** Turns a text into sound (WAV), or rejects when the program fails. */
export type Synthesiser = (text: string, language: Language, speed: Speed) => Promise<Buffer>;

const PROGRAM = "espeak-ng";
/** A page of text takes a few hundredths of a second; this is for a machine that is out of breath. */
const PATIENCE_MS = 10_000;
/** Words (in Chinese: syllables) a minute; `normal` is nine tenths of how fast people usually speak. */
const RATES: Readonly<Record<"zh" | "en", Readonly<Record<Speed, number>>>> = {
  zh: { slow: 165, normal: 210, fast: 260 },
  en: { slow: 125, normal: 155, fast: 190 },
};
/** The voice named only `cmn` spells pinyin as English and is never used. */
const VOICES = { zh: "cmn-latn-pinyin", en: "en" } as const;

/** Runs the program with the text on its standard input: arguments are seen by everybody on the machine. */
function run(args: readonly string[], input: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(PROGRAM, args, { stdio: ["pipe", "pipe", "ignore"], timeout: PATIENCE_MS });
    const parts: Buffer[] = [];
    child.on("error", reject);
    child.stdin.on("error", () => undefined);
    child.stdout.on("data", (part: Buffer) => parts.push(part));
    child.on("close", (code) => {
      if (code === 0) resolve(Buffer.concat(parts));
      else reject(new Error(`${PROGRAM} ended with ${code ?? "a signal"}`));
    });
    child.stdin.end(input);
  });
}

/** The program writes the header before it knows the length; players need the true one. */
function withLength(wav: Buffer): Buffer {
  if (wav.length < 44 || wav.toString("latin1", 0, 4) !== "RIFF") throw new Error(`${PROGRAM} gave no sound`);
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.writeUInt32LE(wav.length - 44, 40);
  return wav;
}

/**
 * Finds the synthesiser of this machine; null when there is none that has both voices.
 *
 * @param simplify traditional to simplified characters, as the knowledge has it
 * @example const synthesise = await findEspeak((text) => text);
 */
export async function findEspeak(simplify: (text: string) => string): Promise<Synthesiser | null> {
  const voices = await run(["--voices"], "").catch(() => null);
  if (voices === null || !voices.toString("utf8").includes(VOICES.zh)) return null;
  return async (text, language, speed) => {
    const kind = language === "en" ? "en" : "zh";
    const words = kind === "en" ? inEnglish(text) : inPinyin(simplify(text));
    const args = ["-v", VOICES[kind], "-s", String(RATES[kind][speed]), "--stdin", "--stdout"];
    return withLength(await run(args, words));
  };
}
