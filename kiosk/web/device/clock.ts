/** Hours that China's one time zone is ahead of UTC; there is no summer time. */
const OFFSET_HOURS = 8;

/** The instant as the engine takes it: ISO 8601 with China's zone. */
export function instantInChina(at: Date): string {
  const shifted = new Date(at.getTime() + OFFSET_HOURS * 3_600_000);
  return `${shifted.toISOString().slice(0, 19)}+08:00`;
}

/** The calendar day in China, `YYYY-MM-DD`. */
export function dayInChina(at: Date): string {
  return instantInChina(at).slice(0, 10);
}
