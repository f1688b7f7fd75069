import { isMap, isPair, isScalar, isSeq, type Node, type Pair } from "yaml";
import { compareText, type Position, type Reporting } from "./faults.ts";
import type { Scalar } from "./forms.ts";
import { closest } from "./suggest.ts";
import { type Held, Value } from "./value.ts";
import type { YamlSource } from "./yaml.ts";

/** One value of a YAML file: a scalar read with `as`, a map read with `record`, or a list read with `list`. */
export class Field extends Value {
  readonly #node: unknown;
  readonly #offset: number;
  readonly #keyOffset: number;
  readonly #source: YamlSource;
  readonly #reported: boolean;

  /** `reported`: a fault already told of this value, so it reads as stand-ins without a further word. */
  constructor(name: string, node: unknown, offset: number, source: YamlSource, reported = false) {
    super(name, source.faults);
    this.#node = source.follow(node);
    this.#offset = offsetOf(node) ?? offset;
    this.#keyOffset = offset;
    this.#source = source;
    this.#reported = reported;
  }

  override get position(): Position {
    return this.#source.place(this.#offset).position;
  }

  /** False for what a fault was already reported of, such as a file that is no YAML. */
  get readable(): boolean {
    return !this.#reported;
  }

  /** True when there is no value, or `null`. */
  get empty(): boolean {
    return !this.#reported && (this.#node == null || (isScalar(this.#node) && this.#node.value === null));
  }

  /** The key that this is the value of, for faults about the key itself. */
  get key(): Reporting {
    const place = this.#source.place(this.#keyOffset);
    return { ...place, fault: (message) => this.faults.add(place, message) };
  }

  /** True for a map of keys, whatever they are. */
  get isMap(): boolean {
    return isMap(this.#node);
  }

  /** True for a list, of whatever length. */
  get isList(): boolean {
    return isSeq(this.#node);
  }

  /** True for a list without items. */
  get isEmptyList(): boolean {
    return isSeq(this.#node) && this.#node.items.length === 0;
  }

  /** The keys as written, of whatever is here; none when it is not a map. */
  get keys(): readonly string[] {
    return this.#pairs.map(keyText);
  }

  /** The scalar as written, or undefined when this is none. */
  get scalar(): Scalar | undefined {
    return isScalar(this.#node) && isPlain(this.#node.value) ? this.#node.value : undefined;
  }

  protected override held(): Held {
    if (this.#reported) return "already-reported";
    if (this.#node === undefined) return "missing";
    const scalar = this.#node === null ? null : this.scalar;
    if (scalar === undefined) return { other: this.#whatElse() };
    return { scalar, written: (isScalar(this.#node) && this.#node.source) || "" };
  }

  /** Reads a map with exactly these keys; any other key is a fault. */
  record<const K extends string>(...keys: readonly K[]): FieldRecord<K> {
    this.#mustBe(this.isMap, "a map of keys", `a map with ${keys.join(", ")}`);
    const pairs = new Map<string, Field>();
    for (const pair of this.#pairs) pairs.set(keyText(pair), this.#value(pair));
    for (const pair of this.#pairs)
      if (!keys.some((key) => key === keyText(pair))) this.#refuseKey(pair, keys, pairs);
    return new FieldRecord(pairs, (key) => this.#absent(key));
  }

  /** Reads a map with keys of the author's own, in alphabetical order; each value knows its key as `name`. */
  entries(): readonly Field[] {
    this.#mustBe(this.isMap, "a map of keys", "a map of keys and values");
    return this.#pairs.map((pair) => this.#value(pair)).sort((a, b) => compareText(a.name, b.name));
  }

  /** Reads each item of a list; a single value where a list belongs is a fault. */
  list<T>(read: (item: Field) => T): readonly T[] {
    this.#mustBe(this.isList, "a list", "a list: [first, second]");
    if (!isSeq(this.#node)) return [];
    return this.#node.items.map((item) => read(new Field(this.name, item, this.#offset, this.#source)));
  }

  get #pairs(): readonly Pair[] {
    return isMap(this.#node) ? this.#node.items.filter(isPair) : [];
  }

  /** The value of a pair, placed at its key when there is none. */
  #value(pair: Pair): Field {
    return new Field(keyText(pair), pair.value, offsetOf(pair.key) ?? this.#offset, this.#source);
  }

  /** A key that is not there. When this map itself was at fault, nothing more is said. */
  #absent(name: string): Field {
    return new Field(name, undefined, this.#offset, this.#source, !this.isMap);
  }

  /** Reports a key that does not belong here; a misspelt one is then read as the key that was meant. */
  #refuseKey(pair: Pair, keys: readonly string[], pairs: Map<string, Field>): void {
    const key = keyText(pair);
    const meant = closest(
      key,
      keys.filter((known) => !pairs.has(known)),
    );
    if (meant !== null) pairs.set(meant, this.#value(pair));
    const write = meant === null ? `one of ${keys.join(", ")}` : `\`${meant}\``;
    const place = this.#source.place(offsetOf(pair.key) ?? this.#offset);
    this.faults.add(place, `\`${key}\` is not a key here; write ${write}`);
  }

  #mustBe(fitting: boolean, what: string, write: string): void {
    if (fitting || this.#reported) return;
    const wrong = this.#node === undefined ? "missing" : this.empty ? "empty" : `not ${what}`;
    this.fault(`${this.label} is ${wrong}; write ${write}`);
  }

  #whatElse(): string {
    if (isMap(this.#node)) return "a map of keys";
    return isSeq(this.#node) ? "a list" : "an alias that leads nowhere";
  }
}

/** A map of a YAML file with its known keys. */
export class FieldRecord<K extends string> {
  constructor(
    private readonly values: ReadonlyMap<string, Field>,
    private readonly absent: (key: string) => Field,
  ) {}

  /** The value under a key that must be there; whoever reads it reports it when it is not. */
  get(key: K): Field {
    return this.values.get(key) ?? this.absent(key);
  }

  /** The value under a key that may be left out or be `null`. */
  find(key: K): Field | undefined {
    const field = this.values.get(key);
    return field?.empty ? undefined : field;
  }

  /** Whether the key is written, whatever its value. */
  has(key: K): boolean {
    return this.values.has(key);
  }
}

function offsetOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}

function keyText(pair: Pair): string {
  const key: unknown = pair.key;
  return isScalar(key) ? String(key.value) : String(key);
}

function isPlain(value: unknown): value is Scalar {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
