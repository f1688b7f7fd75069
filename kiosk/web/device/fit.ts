import { cssVariables, sizesOf, zonesOf } from "./layout.ts";
import type { Profile } from "./profile.ts";

/** Puts a device's measures on the page, before anything that is laid out with them. */
export function fitPage(profile: Profile, large: boolean): void {
  const root = document.documentElement;
  for (const [name, value] of cssVariables(profile, large)) root.style.setProperty(name, value);
  root.dataset.reading = profile.reading;
  root.dataset.room = sizesOf(profile, large).room;
  root.dataset.mount = zonesOf(profile).belowReach > 0 ? "low" : "high";
}
