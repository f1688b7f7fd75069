import { useContext, useEffect, useState } from "preact/hooks";
import { loadPlace } from "./api.ts";
import { WordsContext } from "./words.ts";

/** Names of places by code in the page's language; until one is loaded, nothing is shown for it. The province and the nation are words. */
export function usePlaceNames(codes: readonly string[]): (code: string) => string {
  const { language, phrases } = useContext(WordsContext);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const wanted = [...new Set(codes)].sort().join(" ");
  useEffect(() => {
    let current = true;
    const load = async () => {
      const pairs = await Promise.all(
        wanted.split(" ").map(async (code) => [code, await loadPlace(language, code)] as const),
      );
      if (current) setNames(Object.fromEntries(pairs));
    };
    if (wanted !== "") void load();
    return () => {
      current = false;
    };
  }, [wanted, language]);
  return (code) => phrases[`desk.place.${code}`] ?? names[code] ?? "";
}
