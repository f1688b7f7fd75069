import { isAbsolute, relative, resolve, sep } from "node:path";

/**
 * A folder as a terminal can open it: relative to where one stands, absolute when it lies elsewhere.
 *
 * @example shownFolder("/srv/other/knowledge", "/srv/project") // "/srv/other/knowledge"
 */
export function shownFolder(folder: string, from: string): string {
  const whole = resolve(from, folder);
  const path = relative(from, whole);
  const isOutside = path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path);
  return (isOutside ? whole : path || ".").split(sep).join("/");
}

/** “1 fault”, “2 faults”. */
export function countOfFaults(faults: readonly string[]): string {
  return faults.length === 1 ? "1 fault" : `${faults.length} faults`;
}
