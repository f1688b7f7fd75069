/** A Bot API server on this machine: delivers updates by long polling, records what the bot sends, fails on request. */
import Fastify from "fastify";

export interface Sent {
  readonly method: string;
  readonly body: Record<string, unknown>;
}

export interface FakeBotApi {
  readonly root: string;
  readonly sent: Sent[];
  /** Puts an update into the queue; the id rises by itself unless one is given. */
  deliver(update: Record<string, unknown>, id?: number): number;
  /** The next calls of a method answer 429 with this wait in seconds. */
  brake(method: string, times: number, retryAfter: number): void;
  /** Waits until the messages sent fulfil the condition; throws after two seconds. */
  until(condition: (messages: readonly string[]) => boolean): Promise<readonly string[]>;
  close(): Promise<void>;
}

const ME = { id: 1, is_bot: true, first_name: "test", username: "test_bot" };

/** Texts of all messages sent so far. */
function texts(sent: readonly Sent[]): readonly string[] {
  return sent.filter((call) => call.method === "sendMessage").map((call) => String(call.body.text));
}

function messageOf(body: Record<string, unknown>): object {
  return { message_id: 1, date: 0, chat: { id: body.chat_id, type: "private" }, text: body.text };
}

export async function startFakeBotApi(): Promise<FakeBotApi> {
  const app = Fastify();
  const sent: Sent[] = [];
  const queue: Record<string, unknown>[] = [];
  const brakes = new Map<string, { times: number; retryAfter: number }>();
  let lastId = 100;

  const results: Record<string, (body: Record<string, unknown>) => unknown> = {
    getMe: () => ME,
    getUpdates: () => queue.splice(0),
    sendMessage: messageOf,
  };

  app.post("/:bot/:method", async (request, reply) => {
    const { method } = request.params as { method: string };
    const body = (request.body ?? {}) as Record<string, unknown>;
    const brake = brakes.get(method);
    if (brake && brake.times > 0) {
      brake.times -= 1;
      return reply.code(429).send({
        ok: false,
        error_code: 429,
        description: "Too Many Requests",
        parameters: { retry_after: brake.retryAfter },
      });
    }
    if (method === "getUpdates") await new Promise((resolve) => setTimeout(resolve, 20));
    else sent.push({ method, body });
    return { ok: true, result: (results[method] ?? (() => true))(body) };
  });
  const root = await app.listen({ host: "127.0.0.1", port: 0 });

  return {
    root,
    sent,
    deliver: (update, id) => {
      lastId = id ?? lastId + 1;
      queue.push({ update_id: lastId, ...update });
      return lastId;
    },
    brake: (method, times, retryAfter) => void brakes.set(method, { times, retryAfter }),
    until: async (condition) => {
      for (let waited = 0; waited < 2000; waited += 20) {
        if (condition(texts(sent))) return texts(sent);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error(`the bot sent only: ${texts(sent).join(" | ")}`);
    },
    close: () => app.close(),
  };
}
