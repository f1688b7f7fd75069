import i18next from "i18next";
import type { PhraseKey } from "../knowledge/ids.generated.ts";
import type { Bundle, Language } from "../knowledge/types.ts";

/** Says one whole sentence in one language. Parameters are finished words. */
export type Say = (key: PhraseKey, parameters?: Readonly<Record<string, string | number>>) => string;

/**
 * One speaker per language over the bundle's phrases. Each engine has its own i18next instance, so two
 * bundles never mix. Escaping is off: faces escape for their own medium (i18next would put `&lt;` into
 * chat text). Keys are flat; a dot is part of the key.
 */
export function createPhrases(phrases: Bundle["phrases"]): (language: Language) => Say {
  const instance = i18next.createInstance();
  instance.init({
    initAsync: false,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(
      Object.entries(phrases).map(([language, texts]) => [language, { translation: { ...texts } }]),
    ),
  });
  return (language) => {
    const translate = instance.getFixedT(language);
    return (key, parameters) => translate(key, { ...parameters });
  };
}
