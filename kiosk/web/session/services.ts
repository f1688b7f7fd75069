import { useEffect, useRef, useState } from "preact/hooks";
import { fetchWithin } from "./fetch-within.ts";

/** What the server behind the kiosk can do beside answering. */
export interface Services {
  readonly speech: boolean;
  readonly handovers: boolean;
  /** Origin of the public pages of facts; null when telephones cannot reach them. */
  readonly publicUrl: string | null;
}

/** What is offered while nothing is known of the server, e.g. without a network. */
export const NO_SERVICES: Services = { speech: false, handovers: false, publicUrl: null };

const ADDRESS = "/api/kiosk";
const SECONDS_BETWEEN_TRIES = 60;
const MINUTES_BETWEEN_LOOKS = 10;
const LONGEST_SECONDS = 15;

/** What the server says; `reached` is false when the device itself answered in its place. */
interface Answer {
  readonly services: Services;
  readonly reached: boolean;
}

function load(): Promise<Answer> {
  const request = { address: ADDRESS, init: { cache: "no-cache" } } as const;
  return fetchWithin(LONGEST_SECONDS, request, async (response) => {
    const said = (await response.json()) as Partial<Services> & { readonly reached?: boolean };
    return {
      services: {
        speech: said.speech === true,
        handovers: said.handovers === true,
        publicUrl: said.publicUrl ?? null,
      },
      reached: said.reached !== false,
    };
  });
}

/**
 * Asks the server what it can do, again while it does not answer, and now and then later; the last answer stands.
 * What is offered does not change under somebody's finger: only the first answer and those that come while the
 * kiosk is `free` count.
 */
export function useServices(free: boolean): Services {
  const [services, setServices] = useState<Services | null>(null);
  const latest = useRef<Services | null>(null);
  const isFree = useRef(free);
  isFree.current = free;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const again = (seconds: number): void => {
      timer = setTimeout(look, seconds * 1000);
    };
    const look = (): void => {
      load().then(
        ({ services: found, reached }) => {
          latest.current = found;
          setServices((shown) => (shown === null || isFree.current ? found : shown));
          again(reached ? MINUTES_BETWEEN_LOOKS * 60 : SECONDS_BETWEEN_TRIES);
        },
        () => again(SECONDS_BETWEEN_TRIES),
      );
    };
    look();
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (free) setServices(latest.current);
  }, [free]);
  return services ?? NO_SERVICES;
}
