import type { BrowserContext } from "playwright-core";
import { OUT_OF_SERVICE } from "../../kiosk/web/device/out-of-service.ts";

/** A device that the staff took out of service some time ago. */
export async function outOfService(context: BrowserContext): Promise<void> {
  await context.addInitScript((key) => localStorage.setItem(key, "yes"), OUT_OF_SERVICE);
}
