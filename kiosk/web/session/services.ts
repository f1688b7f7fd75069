import { useEffect, useState } from "preact/hooks";

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

async function load(): Promise<Services> {
  const response = await fetch(ADDRESS, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${ADDRESS}: ${response.status}`);
  const { speech, handovers, publicUrl } = (await response.json()) as Partial<Services>;
  return { speech: speech === true, handovers: handovers === true, publicUrl: publicUrl ?? null };
}

/** Asks the server what it can do, again while it does not answer, and now and then later; the last answer stands. */
export function useServices(): Services {
  const [services, setServices] = useState(NO_SERVICES);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const again = (seconds: number): void => {
      timer = setTimeout(look, seconds * 1000);
    };
    const look = (): void => {
      load().then(
        (found) => {
          setServices(found);
          again(MINUTES_BETWEEN_LOOKS * 60);
        },
        () => again(SECONDS_BETWEEN_TRIES),
      );
    };
    look();
    return () => clearTimeout(timer);
  }, []);
  return services;
}
