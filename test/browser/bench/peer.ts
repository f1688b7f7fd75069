import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";

/** A page like the first screen with nothing behind it: six cards, one handler, one style, written by hand. */
export interface Peer {
  readonly url: string;
  close(): void;
}

const CARDS = ["money", "canteen", "care", "age", "apply", "ask"];

const STYLE = `body{margin:40px;font:48px/1.5 sans-serif}
button{display:block;width:100%;min-height:200px;margin:0 0 20px;font:inherit}
span{display:block}`;

const SCRIPT = `document.addEventListener("click",function(event){
var card=event.target.closest("[data-control]");if(!card)return;
var main=document.querySelector("main");
if(!main.dataset.home)main.dataset.home=main.innerHTML;
main.innerHTML=card.dataset.control==="bar-back"?main.dataset.home
:"<h1>"+card.textContent+"</h1><p>"+"一句话。".repeat(12)+"</p><button data-control='bar-back'>返回</button>";
});`;

const PAGE = `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>Peer</title>
<link rel="stylesheet" href="/style.css"><main><h1>您想问什么？</h1>${CARDS.map(
  (card) => `<button data-control="card-home.${card}"><span>卡片 ${card}</span></button>`,
).join("")}</main><script src="/script.js"></script></html>`;

const FILES: Readonly<Record<string, readonly [kind: string, text: string]>> = {
  "/": ["text/html; charset=utf-8", PAGE],
  "/style.css": ["text/css; charset=utf-8", STYLE],
  "/script.js": ["text/javascript; charset=utf-8", SCRIPT],
};

/** Serves it on a free port of this machine, compressed. */
export async function startPeer(): Promise<Peer> {
  const server = createServer((request, response) => {
    const file = FILES[request.url ?? "/"];
    if (file === undefined) return void response.writeHead(404).end();
    const [kind, text] = file;
    response.writeHead(200, { "content-type": kind, "content-encoding": "gzip" }).end(gzipSync(text));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
