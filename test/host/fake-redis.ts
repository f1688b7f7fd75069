import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";

/** A server that speaks as much of the Redis protocol as conversations and short codes need: HELLO, SET with EX and NX, GET, DEL, INCRBY, PING, INFO. */
export interface FakeRedis {
  readonly url: string;
  close(): Promise<void>;
}

interface Entry {
  readonly value: string;
  readonly until: number;
}

const bulk = (text: string | null) =>
  text === null ? "_\r\n" : `$${Buffer.byteLength(text)}\r\n${text}\r\n`;

function execute(
  entries: Map<string, Entry>,
  [name = "", key = "", value = "", , seconds, only]: string[],
): string {
  const found = entries.get(key);
  const entry = found && found.until > Date.now() ? found : undefined;
  switch (name.toLowerCase()) {
    case "set":
      if (only === "NX" && entry) return "_\r\n";
      entries.set(key, { value, until: Date.now() + Number(seconds ?? Number.POSITIVE_INFINITY) * 1000 });
      return "+OK\r\n";
    case "get":
      return bulk(entry ? entry.value : null);
    case "del":
      return `:${entries.delete(key) && entry ? 1 : 0}\r\n`;
    case "incrby": {
      const sum = Number(entry?.value ?? 0) + Number(value);
      entries.set(key, { value: String(sum), until: entry?.until ?? Number.POSITIVE_INFINITY });
      return `:${sum}\r\n`;
    }
    case "hello":
      return "%2\r\n+server\r\n+redis\r\n+proto\r\n:3\r\n";
    case "ping":
      return "+PONG\r\n";
    case "info":
      return bulk("redis_version:7.0.0\r\nloading:0\r\n");
    default:
      return "-ERR unknown command\r\n";
  }
}

/** Takes whole commands (arrays of bulk strings) off the front of what has arrived. */
function takeCommand(buffer: Buffer): { words: string[]; rest: Buffer } | null {
  let at = 0;
  const line = () => {
    const end = buffer.indexOf("\r\n", at);
    const text = end < 0 ? null : buffer.toString("utf8", at, end);
    at = end + 2;
    return text;
  };
  const count = line();
  if (count === null) return null;
  const words: string[] = [];
  for (let index = 0; index < Number(count.slice(1)); index++) {
    const size = line();
    if (size === null || buffer.length < at + Number(size.slice(1)) + 2) return null;
    words.push(buffer.toString("utf8", at, at + Number(size.slice(1))));
    at += Number(size.slice(1)) + 2;
  }
  return { words, rest: buffer.subarray(at) };
}

function converse(socket: Socket, entries: Map<string, Entry>): void {
  let waiting: Buffer = Buffer.alloc(0);
  socket.on("data", (data) => {
    waiting = Buffer.concat([waiting, data]);
    for (let next = takeCommand(waiting); next; next = takeCommand(waiting)) {
      waiting = next.rest;
      socket.write(execute(entries, next.words));
    }
  });
  socket.on("error", () => socket.destroy());
}

/** Starts the fake on a free port. */
export async function startFakeRedis(): Promise<FakeRedis> {
  const entries = new Map<string, Entry>();
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    converse(socket, entries);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `redis://127.0.0.1:${port}`,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}
