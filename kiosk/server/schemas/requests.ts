import { z } from "zod";
import type { Bundle } from "../../../src/engine/index.ts";

/** Longest text a person may send, in characters; the same limit on every way in. */
export const LONGEST_TEXT = 2_000;

/** A calendar day that exists: 2026-02-30 is refused. */
export const day = z.iso.date("must be a day that exists, as YYYY-MM-DD");

/** Languages people are answered in. */
export const language = z.enum(["zh-Hans", "zh-Hant", "en"]);

/** The language parameter of every reading route, simplified Chinese unless asked otherwise. */
export const languageQuery = z.strictObject({ language: language.default("zh-Hans") });

/** A person's coordinates, WGS-84 degrees. */
const coordinates = {
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
};

/** What a person does in one turn. */
export const input = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.literal("text"), text: z.string().min(1).max(LONGEST_TEXT) }),
    z.strictObject({ kind: z.literal("choice"), id: z.string().min(1).max(100) }),
    z.strictObject({ kind: z.literal("location"), ...coordinates }),
  ],
  { error: ({ code }) => (code === "invalid_union" ? "must be text, choice or location" : undefined) },
);

/** What is known of a person. Which facts exist and what they may be is checked by the engine. */
export const facts = z
  .record(
    z.string().max(100),
    z.union([z.number(), z.string().max(LONGEST_TEXT), z.boolean()], {
      error: "must be a number, a text, true or false; leave out what is not known",
    }),
    {
      error: ({ input }) =>
        input === undefined ? undefined : 'must be an object of fact ids and values, such as {"age": 82}',
    },
  )
  .describe("Facts known of the person by id; an absent fact is unknown, null is refused.");

/** A whole number in a query string, within bounds. */
export const count = (maximum: number, standard: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, "must be a whole number")
    .transform(Number)
    .pipe(z.number().min(1, "must be at least 1").max(maximum, `must be at most ${maximum}`))
    .default(standard);

/** Ids that the knowledge knows, so that a misspelt one is told and does not quietly find nothing. */
export function idsOf(bundle: Bundle) {
  const known = (ids: readonly string[], what: string) => {
    const set = new Set(ids);
    return z
      .string()
      .max(100)
      .refine((id) => set.has(id), `is not ${what} that is known here`);
  };
  return {
    place: known(
      bundle.places.map(({ code }) => code),
      "a place code",
    ),
    facilityType: known(
      bundle.facilityTypes.map(({ id }) => id),
      "a facility type",
    ),
    site: known(
      bundle.sites.map(({ id }) => id),
      "a site",
    ),
  };
}

const DEGREES = /^(-?\d{1,2}(?:\.\d{1,12})?),\s*(-?\d{1,3}(?:\.\d{1,12})?)$/;

/** `LAT,LON` in a query string. */
export const nearQuery = z.string().transform((text, context) => {
  const match = DEGREES.exec(text.trim());
  const position = { latitude: Number(match?.[1]), longitude: Number(match?.[2]) };
  if (z.object(coordinates).safeParse(position).success) return position;
  context.addIssue({ code: "custom", message: "must be LAT,LON in degrees, such as 24.9,118.6" });
  return z.NEVER;
});

/** An instant with its zone. An unescaped `+` arrives as a space and is meant as a plus. */
export const instantQuery = z
  .string()
  .transform((text) => text.replace(/ (?=\d{2}:\d{2}$)/, "+"))
  .pipe(
    z.iso.datetime({
      offset: true,
      error: "must be an instant with zone, such as 2026-11-22T10:30:00+08:00",
    }),
  );
