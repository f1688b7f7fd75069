/** The Telegram bot: the only user of telegraf. */
import { type Context, Markup, Telegraf } from "telegraf";
import type { Engine, Input, Language } from "../../src/engine/index.ts";
import type { Assistant } from "../../src/host/assistant.ts";
import type { Log } from "../../src/host/log.ts";
import { isList, sayWith } from "./cards.ts";
import { type Chats, createChats } from "./chats.ts";
import { type Message, present } from "./present.ts";
import { inputOf, languageOf } from "./receive.ts";
import { patiently } from "./sending.ts";

export interface TelegramSettings {
  readonly assistant: Assistant;
  /** For the bot's own words, which are phrases like all others. */
  readonly engine: Engine;
  readonly token: string;
  /** Another Bot API server, e.g. a relay; Telegram's own when null. */
  readonly apiRoot: string | null;
  readonly log: Log;
}

interface Bot extends TelegramSettings {
  readonly chats: Chats;
}

/** The bot's own sentence in the language the person's app is set to. */
function phrase(bot: Bot, context: Context, key: string): string {
  return bot.engine.bundle.phrases[languageOf(context.from?.language_code)][key] ?? key;
}

async function send(context: Context, messages: readonly Message[]): Promise<void> {
  for (const { html, buttons } of messages) {
    const keyboard =
      buttons.length > 0 ? { reply_markup: { inline_keyboard: buttons.map((row) => [...row]) } } : {};
    await patiently(() =>
      context.reply(html, { parse_mode: "HTML", link_preview_options: { is_disabled: true }, ...keyboard }),
    );
  }
}

/** One input through the assistant and back into the chat. */
async function answer(bot: Bot, context: Context, input: Input): Promise<void> {
  const chat = context.chat?.id;
  if (chat === undefined) return;
  const before = bot.chats.conversation(chat);
  const { conversation, turn } = await bot.assistant.turn({
    input,
    face: "bot",
    ...(before ? { conversation: before } : {}),
  });
  bot.chats.keep(chat, conversation);
  const say = sayWith(bot.engine.bundle.phrases[turn.state.language]);
  await send(context, present(turn.reply, { say, isList: isList(turn.reply, turn.state) }));
}

/** Forgets the chat here and the conversation behind it. */
async function forget(bot: Bot, context: Context): Promise<void> {
  const chat = context.chat?.id;
  const conversation = chat === undefined ? undefined : bot.chats.conversation(chat);
  if (chat === undefined || conversation === undefined) return;
  bot.chats.forget(chat);
  await bot.assistant.forget(conversation);
}

/** `/start`: a new conversation in the person's language, with a button that sends where they are. */
async function start(bot: Bot, context: Context): Promise<void> {
  await forget(bot, context);
  const location = Markup.keyboard([
    Markup.button.locationRequest(phrase(bot, context, "bot.send-location")),
  ]).resize();
  await patiently(() => context.reply(phrase(bot, context, "bot.start"), location));
  await answer(bot, context, { kind: "choice", id: `lang:${languageOf(context.from?.language_code)}` });
}

async function language(bot: Bot, context: Context): Promise<void> {
  const languages: readonly Language[] = ["zh-Hans", "zh-Hant", "en"];
  const rows = languages.map((one) => [
    { text: bot.engine.bundle.phrases[one]["bot.language-name"] ?? one, callback_data: `lang:${one}` },
  ]);
  await patiently(() =>
    context.reply(phrase(bot, context, "bot.choose-language"), Markup.inlineKeyboard(rows)),
  );
}

async function say(bot: Bot, context: Context, key: string): Promise<void> {
  await patiently(() => context.reply(phrase(bot, context, key)));
}

/** Handlers run one after another within a chat; an update that Telegram delivers twice runs once. */
function once(bot: Bot, handle: (context: Context) => Promise<void>): (context: Context) => Promise<void> {
  return async (context) => {
    const chat = context.chat?.id;
    if (chat === undefined || context.chat?.type !== "private" || !bot.chats.isNew(context.update.update_id))
      return;
    await bot.chats.inOrder(chat, () => handle(context));
  };
}

function listen(telegraf: Telegraf, bot: Bot): void {
  telegraf.start(once(bot, (context) => start(bot, context)));
  telegraf.help(once(bot, (context) => say(bot, context, "bot.help")));
  telegraf.command(
    "forget",
    once(bot, async (context) => {
      await forget(bot, context);
      await say(bot, context, "bot.forgotten");
    }),
  );
  telegraf.command(
    "language",
    once(bot, (context) => language(bot, context)),
  );
  telegraf.on(
    "callback_query",
    once(bot, async (context) => {
      await context.answerCbQuery();
      const query = context.callbackQuery;
      if (query && "data" in query) await answer(bot, context, { kind: "choice", id: query.data });
    }),
  );
  telegraf.on(
    "message",
    once(bot, async (context) => {
      const input = context.message ? inputOf(context.message as Parameters<typeof inputOf>[0]) : null;
      await (input ? answer(bot, context, input) : say(bot, context, "bot.only-text"));
    }),
  );
  telegraf.catch((error, context) => {
    bot.log.error(
      { err: error, update: context.update.update_id },
      "a Telegram update could not be answered",
    );
  });
}

/**
 * Starts the bot by long polling. Resolves when Telegram has accepted the token; polling goes on until `stop`.
 * Throws when the token or the server is refused.
 */
export async function startTelegram(
  settings: TelegramSettings,
): Promise<{ readonly stop: () => Promise<void> }> {
  const { token, apiRoot, log, engine } = settings;
  const telegraf = new Telegraf(token, apiRoot ? { telegram: { apiRoot } } : {});
  const bot: Bot = { ...settings, chats: createChats(token) };
  listen(telegraf, bot);
  telegraf.botInfo = await telegraf.telegram.getMe();
  const commands = ["start", "help", "forget", "language"].map((command) => ({
    command,
    description: engine.bundle.phrases["zh-Hans"][`bot.command.${command}`] ?? command,
  }));
  await telegraf.telegram.setMyCommands(commands);
  const polling = telegraf
    .launch()
    .catch((error: unknown) => log.error({ err: error }, "polling Telegram ended"));
  return {
    stop: async () => {
      telegraf.stop("stop");
      await polling;
    },
  };
}
