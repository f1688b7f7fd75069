import { openedFrom } from "../../../kiosk/web/background/opened.ts";
import { NO_SERVICES, type Services } from "../../../kiosk/web/session/services.ts";
import { type Bundle, createEngine } from "../../../src/engine/index.ts";
import type { Setting } from "./spot.ts";

/** A Monday at noon, on which nothing is closed for a holiday. */
export const NOON = "2026-11-23T11:30:00+08:00";

/** What a server with every service can do; the same as that of `kiosk-server.ts`. */
export const ALL_SERVICES: Services = {
  speech: true,
  handovers: true,
  publicUrl: "https://elders.example.org",
};

/** A kiosk without a page. */
export function kioskAt(bundle: Bundle, site: string | null, services: Services = NO_SERVICES): Setting {
  return { engine: createEngine(bundle), opened: openedFrom(bundle), site, services, now: NOON };
}

/** One sentence that stands for all that people write. */
export const OWN_QUESTION = "高龄补贴怎么办理";
