import { useEffect, useState } from "preact/hooks";
import type { Fact, Language, Place } from "./answers.ts";
import { loadFacts, loadPhrases, loadPlaces } from "./api.ts";
import { CasePanel } from "./CasePanel.tsx";
import { DocumentsPanel } from "./DocumentsPanel.tsx";
import { LedgerPanel } from "./LedgerPanel.tsx";
import { OpenDocumentContext } from "./opening.ts";
import { QueuePanel } from "./QueuePanel.tsx";
import { SearchPanel } from "./SearchPanel.tsx";
import { sayWith, type Words, WordsContext } from "./words.ts";

const SECTIONS = ["case", "search", "documents", "ledger", "queue"] as const;
type Section = (typeof SECTIONS)[number];

/** The languages of the desk; each names itself in the phrases, so that everybody finds their own. */
const LANGUAGES: readonly Language[] = ["zh-Hans", "zh-Hant", "en"];

interface Loaded {
  readonly words: Words;
  readonly facts: readonly Fact[];
  readonly counties: readonly Place[];
}

async function load(language: Language): Promise<Loaded> {
  const [phrases, facts, counties] = await Promise.all([
    loadPhrases(language),
    loadFacts(language),
    loadPlaces(language),
  ]);
  return { words: { language, phrases }, facts, counties };
}

/** The page brings its own words for the one moment when none can be loaded; see index.html. */
function showUnreachable(failed: boolean): void {
  const notice = document.getElementById("unreachable");
  if (notice) notice.hidden = !failed;
}

function useLoaded(language: Language): Loaded | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    let current = true;
    const settle = (fresh: Loaded | null) => {
      if (!current) return;
      showUnreachable(fresh === null);
      if (fresh) setLoaded(fresh);
    };
    load(language).then(settle, () => settle(null));
    return () => {
      current = false;
    };
  }, [language]);
  useEffect(() => {
    if (!loaded) return;
    document.documentElement.lang = loaded.words.language;
    document.title = sayWith(loaded.words.phrases)("desk.title");
  }, [loaded]);
  return loaded;
}

interface HeaderProps {
  readonly words: Words;
  readonly section: Section;
  onSection(section: Section): void;
  onLanguage(language: Language): void;
}

function Header({ words, section, onSection, onLanguage }: HeaderProps) {
  const say = sayWith(words.phrases);
  return (
    <header class="screen-only">
      <a class="skip" href="#content">
        {say("desk.skip")}
      </a>
      <h1>{say("desk.title")}</h1>
      <nav aria-label={say("desk.sections")}>
        {SECTIONS.map((name) => (
          <button
            type="button"
            key={name}
            aria-current={name === section ? "page" : undefined}
            onClick={() => onSection(name)}
          >
            {say(`desk.section.${name}`)}
          </button>
        ))}
      </nav>
      <label class="language">
        {say("desk.language")}
        <select
          value={words.language}
          onChange={(event) => onLanguage(event.currentTarget.value as Language)}
        >
          {LANGUAGES.map((code) => (
            <option key={code} value={code} lang={code}>
              {say(`desk.language.${code}`)}
            </option>
          ))}
        </select>
      </label>
    </header>
  );
}

/** The adviser's page: a case worked out, a look-up, the documents, and what is not decided or not answered here. */
export function Desk() {
  const [language, setLanguage] = useState<Language>("zh-Hans");
  const [section, setSection] = useState<Section>("case");
  const [document, setDocument] = useState<string | null>(null);
  const openDocument = (id: string | null) => {
    setDocument(id);
    setSection("documents");
  };
  const loaded = useLoaded(language);
  if (!loaded) return null;
  const { words, facts, counties } = loaded;
  return (
    <WordsContext.Provider value={words}>
      <OpenDocumentContext.Provider value={openDocument}>
        <Header words={words} section={section} onSection={setSection} onLanguage={setLanguage} />
        <main id="content" tabIndex={-1}>
          <div hidden={section !== "case"}>
            <CasePanel facts={facts} counties={counties} />
          </div>
          <div hidden={section !== "search"}>
            <SearchPanel counties={counties} />
          </div>
          {section === "documents" && <DocumentsPanel opened={document} />}
          {section === "ledger" && <LedgerPanel />}
          {section === "queue" && <QueuePanel />}
        </main>
      </OpenDocumentContext.Provider>
    </WordsContext.Provider>
  );
}
