import type { Language } from "../../../src/engine/index.ts";
import type { SiteName } from "../background/messages.ts";
import { dayInChina } from "../device/clock.ts";
import { Tap } from "../parts/tap.tsx";
import { useToday } from "../session/hooks.ts";
import type { Words } from "../words/words.ts";
import { Cards, HOME_CARDS, type Lead } from "./menu-cards.tsx";

/** Offered when the kiosk's site is not known. */
export const LANGUAGES: readonly Language[] = ["zh-Hans", "zh-Hant", "en"];

interface HomeProps {
  readonly words: Words;
  readonly site: SiteName | null;
  readonly onLead: (lead: Lead) => void;
  readonly onLanguage: (language: Language) => void;
}

/** The first screen: where one is, one question, six cards, the choice of script. Buttons only where all can reach. */
export function Home({ words, site, onLead, onLanguage }: HomeProps) {
  const languages = site?.languages ?? LANGUAGES;
  return (
    <main class="screen home">
      <header class="home-top">
        <p class="home-site">{site?.name[words.language] ?? words.t("kiosk.title")}</p>
        <p class="home-date">
          <Today words={words} />
        </p>
        <h1 class="heading home-question" tabIndex={-1}>
          {words.t("kiosk.home.question")}
        </h1>
        <p class="home-hint">{words.t("kiosk.home.hint")}</p>
      </header>
      <Cards cards={HOME_CARDS} words={words} onLead={onLead} />
      {languages.length > 1 ? <Languages of={languages} words={words} onLanguage={onLanguage} /> : null}
    </main>
  );
}

/** The day in China, also after midnight. */
export function Today({ words }: Pick<HomeProps, "words">) {
  return <>{words.date(useToday(dayInChina))}</>;
}

interface LanguagesProps extends Pick<HomeProps, "words" | "onLanguage"> {
  readonly of: readonly Language[];
}

/** The choice of script, each in its own. */
export function Languages({ of, words, onLanguage }: LanguagesProps) {
  return (
    <fieldset class="languages">
      <legend class="unseen">{words.t("kiosk.home.language")}</legend>
      {of.map((language) => (
        <Tap
          key={language}
          control={`language-${language}`}
          class="language"
          pressed={language === words.language}
          onTap={() => onLanguage(language)}
        >
          <span lang={language}>{words.t(`kiosk.language.${language}`)}</span>
        </Tap>
      ))}
    </fieldset>
  );
}
