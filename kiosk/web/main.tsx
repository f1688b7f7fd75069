import "./device/fill-ins.ts";
import { render } from "preact";
import { App } from "./app.tsx";
import engineWorker from "./background/engine-worker.ts?worker&url";
import writingWorker from "./background/writing-worker.ts?worker&url";
import { refuseCards } from "./device/card-reader.ts";
import { canShowKiosk } from "./device/floor.ts";
import { keepManners } from "./device/manners.ts";
import { isOutOfService } from "./device/out-of-service.ts";
import { panelNamed } from "./device/profile.ts";
import { LastBoundary } from "./parts/boundary.tsx";
import { createEngineClient } from "./session/engine-client.ts";
import { keepOffline } from "./session/offline.ts";
import { sweep } from "./session/sweep.ts";
import { bringStaff, leadsToStaff, watchDoor } from "./staff/door.ts";
import staffPage from "./staff/page.tsx?worker&url";
import { createWriting } from "./writing/client.ts";
import strokes from "./writing/data/strokes.bin?url";
import syllables from "./writing/data/syllables.txt?url";

/** The kiosk's own words in zh-Hans, put in when the page is built. */
declare const FIRST_WORDS: Readonly<Record<string, string>>;

const address = new URLSearchParams(location.search);

keepManners();
refuseCards();
// Whoever was here when the power went is gone.
void sweep();

/** Nothing can be drawn any more: the plain card takes over, see `plain/plain.ts`. */
function died(): void {
  void sweep();
  dispatchEvent(new Event("kiosk-died"));
}

const client = createEngineClient(() => new Worker(engineWorker));
const writing = createWriting(() => new Worker(writingWorker), { strokes, syllables });
const place = document.getElementById("kiosk");
watchDoor();
if (leadsToStaff(location.search)) bringStaff(staffPage);
else if (!canShowKiosk()) died();
else if (place !== null) {
  delete document.documentElement.dataset.out;
  render(
    <LastBoundary
      died={died}
      draw={() => (
        <App
          client={client}
          writing={writing}
          site={address.get("site")}
          panel={panelNamed(address.get("panel"))}
          firstWords={FIRST_WORDS}
          outOfService={isOutOfService()}
        />
      )}
    />,
    place,
  );
}
keepOffline();
