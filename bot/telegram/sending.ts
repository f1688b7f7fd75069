/** Sends that respect Telegram's own brake: on 429 the bot waits as long as it is told, a few times. */

/** How often one message is tried. */
const TRIES = 4;
/** The longest wait that is still useful to somebody at the other end, in seconds. */
const LONGEST_WAIT = 30;

/** Seconds Telegram asks to wait, or null when the error is of another kind. */
export function retryAfter(error: unknown): number | null {
  const seconds = (error as { response?: { parameters?: { retry_after?: unknown } } } | null)?.response
    ?.parameters?.retry_after;
  return typeof seconds === "number" && seconds >= 0 && seconds <= LONGEST_WAIT ? seconds : null;
}

/** Runs a send again after the wait Telegram names; any other error is the caller's. */
export async function patiently<T>(
  send: () => Promise<T>,
  wait: (seconds: number) => Promise<void> = sleep,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      const seconds = retryAfter(error);
      if (seconds === null || attempt === TRIES) throw error;
      await wait(seconds);
    }
  }
}

function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
