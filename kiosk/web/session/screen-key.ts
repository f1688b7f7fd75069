import type { View } from "./session.ts";

/** Changes whenever the person sees another screen. */
export function screenKey(view: View, depth: number, waited: number, warned: boolean): string {
  return [view.kind, depth, partOf(view), waited > 0, warned].join("/");
}

/** What of a view is a screen of its own. */
function partOf(view: View): string {
  if (view.kind === "reply") return view.pages.join(".");
  if (view.kind === "take-away") return `${view.done}`;
  if (view.kind === "menu") return [view.menu, view.page].join(".");
  return view.kind === "type" ? `${view.entry.way}` : "";
}
