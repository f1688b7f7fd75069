import { type Sizes, sizesOf, zonesOf } from "../../kiosk/web/device/layout.ts";
import { type Profile, profileFor } from "../../kiosk/web/device/profile.ts";
import type { Bundle, Panel } from "../../src/engine/index.ts";
import type { Bars } from "./looking.ts";

/** A device the kiosk must fit, as a site of the knowledge describes it. */
export interface Device {
  readonly site: string;
  readonly panel: Panel;
}

const portrait = (inches: number, mount: number): Panel => ({ inches, width: 1080, height: 1920, mount });

/** The usual one. */
export const WALL: Device = { site: "wall-21", panel: portrait(21.5, 900) };

/** The smallest, held nearer to the eyes. */
export const TABLET: Device = {
  site: "tablet-10",
  panel: { inches: 10.1, width: 800, height: 1280, mount: 900 },
};

/** The four kinds of device, hung as usual. */
export const DEVICES: readonly Device[] = [
  WALL,
  TABLET,
  { site: "wall-15", panel: portrait(15.6, 850) },
  { site: "wall-32", panel: portrait(32, 600) },
];

/** Hung unusually low: buttons must keep off the lower edge. */
export const LOW_DEVICES: readonly Device[] = [
  { site: "low-21", panel: portrait(21.5, 250) },
  { site: "low-32", panel: portrait(32, 150) },
];

/** The knowledge with a site for each device, all where the first real site is, with a printer and a recogniser. */
export function withDevices(bundle: Bundle, devices: readonly Device[]): Bundle {
  const [site] = bundle.sites;
  if (site === undefined) throw new Error("the knowledge has no site");
  return {
    ...bundle,
    sites: [
      ...bundle.sites,
      ...devices.map(
        ({ site: id, panel }) => ({ ...site, id, panel, printer: "80", recogniser: "browser" }) as const,
      ),
    ],
  };
}

/** The window of a device. */
export function windowOf({ panel }: Device): { readonly width: number; readonly height: number } {
  return { width: panel.width, height: panel.height };
}

/** The bars for a device: 12 and 18 mm, 16 and 24 mm in 大字; on a tablet 8 and 12, 10.7 and 16. */
export function barsOf(device: Device, large: boolean): Bars {
  const profile = profileOf(device);
  const { aboveReach, belowReach } = zonesOf(profile);
  const [textMm, headMm] = LEAST[profile.reading][large ? "large" : "normal"];
  return {
    pixelsPerMm: profile.pixelsPerMm,
    textMm,
    headMm,
    aboveReachMm: aboveReach,
    belowReachMm: belowReach,
  };
}

const LEAST = {
  wall: { normal: [12, 18], large: [16, 24] },
  tablet: { normal: [8, 12], large: [10.7, 16] },
} as const;

/** The profile the page makes of a device. */
export function profileOf(device: Device): Profile {
  return profileFor(device.panel, windowOf(device));
}

/** The sizes the page chooses for a device. */
export function sizesFor(device: Device, large: boolean): Sizes {
  return sizesOf(profileOf(device), large);
}
