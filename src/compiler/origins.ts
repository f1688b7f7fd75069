import type { Citation } from "../engine/knowledge/types.ts";
import type { Reporting } from "./reading/faults.ts";

/**
 * Where things stand that are checked only when every file has been read: the bundle has no room for places in files,
 * so they are kept beside it, by the identity of what was read.
 */
export class Origins {
  readonly #places = new Map<object, Reporting>();
  readonly #items = new Map<object, readonly Reporting[]>();
  readonly #citations: Citation[] = [];

  /** Keeps where something stands, and gives it back. */
  keep<T extends object>(thing: T, at: Reporting): T {
    this.#places.set(thing, at);
    return thing;
  }

  /** Keeps where each item of a list stands, and gives the list back. */
  keepItems<T extends object>(list: T, at: readonly Reporting[]): T {
    this.#items.set(list, at);
    return list;
  }

  /** Keeps a citation with the place of its clause, and gives it back. */
  cite(citation: Citation, at: Reporting): Citation {
    this.#citations.push(citation);
    return this.keep(citation, at);
  }

  /** Every citation of the knowledge, in the order of reading. */
  get citations(): readonly Citation[] {
    return this.#citations;
  }

  /** Where something stands. Throws when it was never kept, which is a fault of the compiler and not of the knowledge. */
  of(thing: object): Reporting {
    return known(this.#places.get(thing));
  }

  /** Where the item with this index stands; throws as `of` does. */
  ofItem(list: object, index: number): Reporting {
    return known(this.#items.get(list)?.[index]);
  }
}

function known(at: Reporting | undefined): Reporting {
  if (at === undefined) throw new Error("a place was asked for that no reader kept");
  return at;
}
