import { createContext } from "preact";

/** Opens a document by its id, from wherever it is named; null goes back to the list of documents. */
export type OpenDocument = (id: string | null) => void;

/** Carries `OpenDocument` to every source line and search result. */
export const OpenDocumentContext = createContext<OpenDocument>(() => undefined);
