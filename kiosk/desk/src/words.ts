import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Amount, Entitlement, Language } from "./answers.ts";

/** The words of the page in the language chosen. */
export interface Words {
  readonly language: Language;
  readonly phrases: Readonly<Record<string, string>>;
}

/** Says a phrase with its parameters; a key without words shows itself, so that it is noticed. */
export type Say = (key: string, parameters?: Readonly<Record<string, string | number>>) => string;

/** Carries the words to every part of the page. */
export const WordsContext = createContext<Words>({ language: "zh-Hans", phrases: {} });

/**
 * Makes the function that says phrases.
 *
 * @example sayWith({ "desk.search.found": "{{count}} found" })("desk.search.found", { count: 3 }) // "3 found"
 */
export function sayWith(phrases: Words["phrases"]): Say {
  return (key, parameters = {}) =>
    (phrases[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(parameters[name] ?? ""));
}

/** The words, and the function that says them, inside a component. */
export function useWords(): { readonly language: Language; readonly say: Say } {
  const { language, phrases } = useContext(WordsContext);
  return { language, say: sayWith(phrases) };
}

/** An amount as one phrase: how much, how binding, and whom it goes to. */
export function sayAmount(amount: Amount, say: Say): string {
  const value = say(`desk.amount.${amount.unit.replace("/", "-")}`, { value: amount.value });
  const bounded = say(`desk.bound.${amount.bound}`, { amount: value });
  const whole = say(`desk.goes-to.${amount.goesTo}`, { amount: bounded });
  return amount.label ? say("desk.amount.labelled", { label: amount.label, amount: whole }) : whole;
}

/** When a rule is in force, as one phrase. */
export function sayValidity({ from, to, state }: Entitlement["validity"], say: Say): string {
  const shape = from && to ? "between" : from ? "from" : to ? "until" : "open";
  const period = say(`desk.period.${shape}`, { from: from ?? "", to: to ?? "" });
  return say(`desk.valid.${state}`, { period });
}
