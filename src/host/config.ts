import { z } from "zod";

/** A wrong setting: the message is the one line the operator reads, naming the variable and what it may be. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const wholeNumber = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().int().min(minimum).max(maximum));

const address = (...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol));

const text = z.string().min(1);
const truth = z.enum(["true", "false"]).transform((value) => value === "true");

/** One setting: how it is read, what stands in when it is absent, and what it may be, in words. */
const SETTINGS = {
  HOST: { schema: text.regex(/^[A-Za-z0-9.:_-]+$/), fallback: "127.0.0.1", may: "a host name or IP address" },
  PORT: { schema: wholeNumber(0, 65_535), fallback: "8080", may: "a whole number from 0 to 65535" },
  DATA_DIR: { schema: text, fallback: "./data", may: "the path of a folder" },
  KNOWLEDGE_DIR: { schema: text, fallback: null, may: "the path of a knowledge folder" },
  DATABASE_URL: {
    schema: address("postgres:", "postgresql:"),
    fallback: null,
    may: "an address that starts with postgres:// or postgresql://",
  },
  REDIS_URL: {
    schema: address("redis:", "rediss:"),
    fallback: null,
    may: "an address that starts with redis:// or rediss://",
  },
  TELEGRAM_BOT_TOKEN: {
    schema: z.string().regex(/^\d+:[A-Za-z0-9_-]+$/),
    fallback: null,
    may: "a bot token such as 123456:ABC-def",
  },
  TELEGRAM_API_ROOT: {
    schema: address("http:", "https:"),
    fallback: "https://api.telegram.org",
    may: "an address that starts with http:// or https://",
  },
  TELEGRAM_MODE: { schema: z.enum(["polling"]), fallback: "polling", may: "polling" },
  LOG_LEVEL: { schema: z.enum(LOG_LEVELS), fallback: "info", may: `one of ${LOG_LEVELS.join(", ")}` },
  RATE_LIMIT: {
    schema: wholeNumber(1, 1_000_000),
    fallback: "300",
    may: "a whole number from 1 to 1000000 (requests per minute and address)",
  },
  TRUST_PROXY: { schema: truth, fallback: "false", may: "true or false" },
  PUBLIC_URL: {
    schema: address("http:", "https:").transform((value) => new URL(value).origin),
    fallback: null,
    may: "the address at which telephones reach this server, such as https://elders.example.org",
  },
  DESK_TOKEN: { schema: z.string().min(16), fallback: null, may: "a secret of at least 16 characters" },
} as const;

/** The name of a setting, as the operator writes it. */
export type Setting = keyof typeof SETTINGS;

/** Everything the operator can decide, checked; `null` where a part is switched off. */
export interface Config {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly dataDir: string;
  /** Other knowledge than the project's own; it is then compiled at each start. */
  readonly knowledgeDir: string | null;
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  readonly telegram: { readonly token: string; readonly apiRoot: string } | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Requests per minute and client address. */
  readonly rateLimit: number;
  /** Take the client address from X-Forwarded-For. */
  readonly trustProxy: boolean;
  /** Origin at which telephones outside reach the public pages of facts; without it no codes to scan are shown. */
  readonly publicUrl: string | null;
  /** Secret that opens the adviser's records; without it they stay closed. */
  readonly deskToken: string | null;
  /** Remarks for the log, e.g. a variable that looks like a misspelt setting. */
  readonly warnings: readonly string[];
}

/** The environment as Node gives it. */
export type Environment = Readonly<Record<string, string | undefined>>;

function read<T>(env: Environment, name: Setting, schema: z.ZodType<T>): T | null {
  const raw = env[name] || SETTINGS[name].fallback;
  if (raw === null) return null;
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  throw new ConfigError(`${name} is not valid: it may be ${SETTINGS[name].may}.`);
}

function required<T>(env: Environment, name: Setting, schema: z.ZodType<T>): T {
  const value = read(env, name, schema);
  if (value === null) throw new ConfigError(`${name} is missing: it may be ${SETTINGS[name].may}.`);
  return value;
}

/** Number of single-character edits between two names; only small numbers matter here. */
function edits(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const swap = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(swap, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** Short names (HOST, PORT) have too many innocent neighbours to guess at. */
const GUESSABLE_LENGTH = 8;

function misspelt(env: Environment): string[] {
  const known = Object.keys(SETTINGS).filter((name) => name.length >= GUESSABLE_LENGTH);
  return Object.keys(env).flatMap((name) => {
    if (name in SETTINGS || name.length < GUESSABLE_LENGTH) return [];
    const near = known.find((candidate) => edits(candidate, name.toUpperCase()) <= 2);
    return near ? [`${name} is not a setting and is ignored; did you mean ${near}?`] : [];
  });
}

function readTelegram(env: Environment): Config["telegram"] {
  const apiRoot = required(env, "TELEGRAM_API_ROOT", SETTINGS.TELEGRAM_API_ROOT.schema);
  required(env, "TELEGRAM_MODE", SETTINGS.TELEGRAM_MODE.schema);
  const token = read(env, "TELEGRAM_BOT_TOKEN", SETTINGS.TELEGRAM_BOT_TOKEN.schema);
  return token === null ? null : { token, apiRoot };
}

/**
 * Reads and checks all settings at once, so that a wrong one stops the start and not the third request.
 * An empty variable counts as absent. Values never appear in the error: some of them are secrets.
 *
 * @throws ConfigError with one line that names the variable and what it may be.
 * @example readConfig({ PORT: "9000" }).port // 9000
 */
export function readConfig(env: Environment): Config {
  return {
    host: required(env, "HOST", SETTINGS.HOST.schema),
    port: required(env, "PORT", SETTINGS.PORT.schema),
    dataDir: required(env, "DATA_DIR", SETTINGS.DATA_DIR.schema),
    knowledgeDir: read(env, "KNOWLEDGE_DIR", SETTINGS.KNOWLEDGE_DIR.schema),
    databaseUrl: read(env, "DATABASE_URL", SETTINGS.DATABASE_URL.schema),
    redisUrl: read(env, "REDIS_URL", SETTINGS.REDIS_URL.schema),
    telegram: readTelegram(env),
    logLevel: required(env, "LOG_LEVEL", SETTINGS.LOG_LEVEL.schema),
    rateLimit: required(env, "RATE_LIMIT", SETTINGS.RATE_LIMIT.schema),
    trustProxy: required(env, "TRUST_PROXY", SETTINGS.TRUST_PROXY.schema),
    publicUrl: read(env, "PUBLIC_URL", SETTINGS.PUBLIC_URL.schema),
    deskToken: read(env, "DESK_TOKEN", SETTINGS.DESK_TOKEN.schema),
    warnings: misspelt(env),
  };
}
