/** The little that the bench uses of packages that come without types. */
declare module "@nlpjs/basic" {
  interface Container {
    use(part: unknown): void;
    register(name: string, part: unknown, single: boolean): void;
  }
  export class Nlp {
    constructor(settings: {
      readonly container: Container;
      readonly autoSave: boolean;
      readonly forceNER: boolean;
      readonly nlu: { readonly log: boolean };
    });
    addLanguage(language: string): void;
    addDocument(language: string, text: string, intent: string): void;
    addNerRuleOptionTexts(language: string, entity: string, option: string, texts: string[]): void;
    train(): Promise<unknown>;
    process(language: string, text: string): Promise<{ readonly intent: string }>;
  }
  export const LangEn: unknown;
  export function containerBootstrap(): Promise<Container>;
}

declare module "@nlpjs/lang-zh" {
  export const LangZh: unknown;
}

declare module "@nlpjs/builtin-microsoft" {
  export class BuiltinMicrosoft {}
}

declare module "bayes" {
  interface Classifier {
    learn(text: string, category: string): Promise<void>;
    categorize(text: string): Promise<string>;
  }
  export default function bayes(options: { tokenizer(text: string): string[] }): Classifier;
}
