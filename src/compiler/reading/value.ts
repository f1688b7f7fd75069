import type { Faults, Position, Reporting } from "./faults.ts";
import type { Form, Scalar } from "./forms.ts";

/** What a file holds at one place: a scalar and how it is written, something that is no scalar, or nothing. */
export type Held =
  | { readonly scalar: Scalar; readonly written: string }
  | { readonly other: string }
  | "missing"
  | "already-reported";

/**
 * One value in a knowledge file, a YAML scalar or a CSV cell, that can be read in a `Form`.
 *
 * A value that does not have the form is reported and read as the form's stand-in, so that the reader goes on
 * and the author gets all faults in one run; a run with faults yields no bundle, so no stand-in ever leaves.
 */
export abstract class Value implements Reporting {
  constructor(
    /** The key or column, as the author wrote it. */
    readonly name: string,
    protected readonly faults: Faults,
  ) {}

  abstract get position(): Position;

  protected abstract held(form: Form<unknown>): Held;

  /** Reads the value in a form, e.g. `record.get("checked").as(DAY)`. */
  as<T>(form: Form<T>): T {
    const held = this.held(form);
    if (held === "already-reported") return form.standIn;
    if (held === "missing") return this.#refuse(form, "missing");
    if ("other" in held) return this.#refuse(form, held.other);
    const { scalar, written } = held;
    if (form.textual && (typeof scalar === "number" || typeof scalar === "boolean"))
      return this.#refuse(form, `${show(scalar)}, which is not text`, `it in quotes: "${written}"`);
    const parsed = form.parse(scalar);
    if ("value" in parsed) return parsed.value;
    return this.#refuse(form, `${show(scalar)}, ${parsed.wrong}`, parsed.write);
  }

  /** Reports a fault at this place. */
  fault(message: string): void {
    this.faults.add(this, message);
  }

  /** The name as faults write it: keys in backquotes, a whole file without. */
  protected get label(): string {
    return this.name.includes(" ") ? this.name : `\`${this.name}\``;
  }

  #refuse<T>(form: Form<T>, wrong: string, write = form.write): T {
    this.fault(`${this.label} is ${wrong}; write ${write}`);
    return form.standIn;
  }
}

function show(scalar: Scalar): string {
  if (scalar === null || scalar === "") return "empty";
  const text = String(scalar).replace(/\s+/gu, " ");
  return `\`${text.length > 40 ? `${text.slice(0, 40)}…` : text}\``;
}
