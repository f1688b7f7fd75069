import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { fitPage } from "../device/fit.ts";
import { SETTLE_MS } from "../device/guard.ts";
import { type PanelSize, type Profile, profileFor } from "../device/profile.ts";
import { useWindowSize } from "./hooks.ts";

/** Lays the page out for the device: the panel known, in the window as it is now. */
export function useDevice(panel: PanelSize | null, large: boolean): Profile {
  const size = useWindowSize();
  return useMemo(() => {
    const profile = profileFor(panel, { width: innerWidth, height: innerHeight });
    fitPage(profile, large);
    return profile;
  }, [JSON.stringify(panel), size, large]);
}

/** A new screen takes no touch at first and tells screen readers where one is. */
export function useScreenChange(screen: string, changed: () => void): void {
  const first = useRef(true);
  useLayoutEffect(() => {
    changed();
    const root = document.documentElement;
    root.dataset.taps = "off";
    root.dataset.screen = String(Number(root.dataset.screen ?? 0) + 1);
    const timer = setTimeout(() => {
      root.dataset.taps = "on";
    }, SETTLE_MS);
    if (!first.current) document.querySelector<HTMLElement>("h1")?.focus();
    first.current = false;
    return () => clearTimeout(timer);
  }, [screen]);
}

/** The page's language for screen readers; `session` tells the page's own upkeep whether it may act. */
export function useRootState(language: string, free: boolean): void {
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.session = free ? "free" : "in-use";
  }, [language, free]);
}
