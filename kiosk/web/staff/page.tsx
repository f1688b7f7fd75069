import { render } from "preact";
import engineWorker from "../background/engine-worker.ts?worker&url";
import { panelNamed } from "../device/profile.ts";
import { createEngineClient } from "../session/engine-client.ts";
import { Staff } from "./staff.tsx";

/** All words of the kiosk in zh-Hans, put in when the page is built. */
declare const STAFF_WORDS: Readonly<Record<string, string>>;

const address = new URLSearchParams(location.search);
const place = document.getElementById("kiosk");
if (place !== null) {
  place.textContent = "";
  render(
    <Staff
      client={createEngineClient(() => new Worker(engineWorker))}
      site={address.get("site")}
      panel={panelNamed(address.get("panel"))}
      firstWords={STAFF_WORDS}
    />,
    place,
  );
}
