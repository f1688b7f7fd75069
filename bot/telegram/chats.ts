/** What the bot remembers of a chat: which conversation is going on there, and what runs now. */
import { createHash } from "node:crypto";
import NodeCache from "node-cache";

/** A quiet chat is forgotten after this many seconds, like the conversation behind it. */
const QUIET_SECONDS = 30 * 60;
/** How many updates are remembered so that a redelivered one is not answered twice. */
const SEEN_SECONDS = 10 * 60;

export interface Chats {
  /** The conversation going on in the chat, if any. */
  conversation(chat: number): string | undefined;
  keep(chat: number, conversation: string): void;
  forget(chat: number): void;
  /** True the first time an update is seen; Telegram redelivers what it is not sure arrived. */
  isNew(update: number): boolean;
  /** Runs tasks of one chat one after another, so that quick messages are answered in order. */
  inOrder(chat: number, task: () => Promise<void>): Promise<void>;
}

/** Chats are kept under a hash: a chat id names a person. */
export function createChats(secret: string): Chats {
  const conversations = new NodeCache({ stdTTL: QUIET_SECONDS, useClones: false });
  const seen = new NodeCache({ stdTTL: SEEN_SECONDS, useClones: false });
  const tails = new Map<number, Promise<void>>();
  const key = (chat: number) => createHash("sha256").update(`${secret}:${chat}`).digest("base64url");
  return {
    conversation: (chat) => conversations.get<string>(key(chat)),
    keep: (chat, conversation) => void conversations.set(key(chat), conversation),
    forget: (chat) => void conversations.del(key(chat)),
    isNew: (update) => !seen.has(update) && seen.set(update, true),
    inOrder: (chat, task) => {
      const run = (tails.get(chat) ?? Promise.resolve()).then(task);
      const tail = run
        .catch(() => undefined)
        .then(() => void (tails.get(chat) === tail && tails.delete(chat)));
      tails.set(chat, tail);
      return run;
    },
  };
}
