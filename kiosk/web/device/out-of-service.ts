/**
 * The one thing this device keeps beside the page and its knowledge: that the staff took it out of service. It says
 * nothing about anybody, and outlives sessions, reloads and power cuts until the staff takes it back.
 */
export const OUT_OF_SERVICE = "out-of-service";

/** Whether the staff took this device out of service; false also where the device lets pages keep nothing. */
export function isOutOfService(): boolean {
  try {
    return localStorage.getItem(OUT_OF_SERVICE) !== null;
  } catch {
    return false;
  }
}

/** Takes the device out of service, or back into it. Tells what is then kept, which is `out` unless it can keep nothing. */
export function setOutOfService(out: boolean): boolean {
  try {
    if (out) localStorage.setItem(OUT_OF_SERVICE, "yes");
    else localStorage.removeItem(OUT_OF_SERVICE);
  } catch {
    return isOutOfService();
  }
  return isOutOfService();
}
