/** A fault of a request as the validator gives it: its code, its message and what it knows about it. */
export interface RequestFault {
  readonly keyword?: string;
  readonly instancePath: string;
  readonly message?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** Beginnings of the validator's own messages; a message of any other beginning was written by us. */
const OF_THE_VALIDATOR = /^(Invalid|Too (small|big)|Unrecognized)/;

const KINDS: Readonly<Record<string, string>> = {
  object: "an object",
  record: "an object",
  array: "a list",
  string: "a text",
  number: "a number",
  boolean: "true or false",
};

function wrongKind({ params, message = "" }: RequestFault): string {
  const kind = KINDS[String(params?.expected)];
  if (message.endsWith("received undefined")) return kind ? `is missing; it must be ${kind}` : "is missing";
  return kind ? `must be ${kind}` : "is of the wrong kind";
}

function oneOf({ params }: RequestFault): string {
  const values = Array.isArray(params?.values) ? params.values.map(String) : [];
  return values.length === 0
    ? "is not valid"
    : `must be ${values.length > 1 ? "one of " : ""}${values.join(", ")}`;
}

function tooSmall({ params }: RequestFault): string {
  return params?.origin === "string" ? "must not be empty" : `must be at least ${String(params?.minimum)}`;
}

function tooBig({ params }: RequestFault): string {
  const unit = params?.origin === "string" ? " characters" : "";
  return `must be at most ${String(params?.maximum)}${unit}`;
}

const SENTENCES: Readonly<Record<string, (fault: RequestFault) => string>> = {
  invalid_type: wrongKind,
  invalid_value: oneOf,
  too_small: tooSmall,
  too_big: tooBig,
  unrecognized_keys: () => "is not known here",
};

/**
 * What is wrong with a field, to be read after the field's name. Words written at the schema are kept; the
 * validator's own, which speak of its insides, are said plainly.
 *
 * @example plainly({ keyword: "too_big", instancePath: "/limit", params: { maximum: 500 } }) // "must be at most 500"
 */
export function plainly(fault: RequestFault): string {
  const { message = "", keyword = "" } = fault;
  if (message !== "" && !OF_THE_VALIDATOR.test(message)) return message;
  return SENTENCES[keyword]?.(fault) ?? "is not valid";
}
