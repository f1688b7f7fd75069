import { useEffect, useState } from "preact/hooks";

/**
 * What a look-up beside the page found for `key`, `nothing` until then; an older look-up never overwrites a
 * newer one. `key` is null when there is nothing to look up.
 */
export function useFound<T>(key: unknown, find: () => Promise<T>, nothing: T): T {
  const [found, setFound] = useState<{ readonly key: unknown; readonly value: T } | null>(null);
  useEffect(() => {
    if (key === null) return;
    let current = true;
    find().then(
      (value) => current && setFound({ key, value }),
      () => current && setFound({ key, value: nothing }),
    );
    return () => {
      current = false;
    };
  }, [key]);
  return key !== null && found !== null ? found.value : nothing;
}
