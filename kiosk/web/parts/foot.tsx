import type { SiteName } from "../background/messages.ts";
import type { Words } from "../words/words.ts";

/**
 * What stands under the bar of a panel that hangs low: no button, because nobody should have to stoop; only where
 * one is and whom to call. Takes no room on other panels.
 */
export function Foot({ site, words }: { readonly site: SiteName | null; readonly words: Words }) {
  const phone = site?.phone ?? null;
  return (
    <footer class="foot">
      <p>{site?.name[words.language] ?? words.t("kiosk.title")}</p>
      {phone === null ? null : (
        <p>
          {words.t("kiosk.person.site")} {phone}
        </p>
      )}
    </footer>
  );
}
