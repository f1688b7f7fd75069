/** What a request and its answer have in common. */
interface Numbered {
  readonly id: number;
}

/** A request as the page states it; its number is added on the way. */
type Body<Q extends Numbered> = Q extends infer R ? (R extends Q ? Omit<R, "id"> : never) : never;

/** The part of a Worker that is used; tests pass their own. */
export interface Port<A> {
  postMessage(request: unknown): void;
  addEventListener(type: "message", listener: (event: { readonly data: A }) => void): void;
  addEventListener(type: "error", listener: (event?: { preventDefault(): void }) => void): void;
  terminate(): void;
}

/** Calls to a worker, each with its own answer. */
export interface WorkerCalls<Q extends Numbered, A> {
  /** Starts the worker when none runs. Rejects when it stops before it has answered. */
  call(body: Body<Q>): Promise<A>;
  /** Gives the worker up: all that is waited for is rejected, and the next call starts a new one. */
  giveUp(): void;
}

interface Listening<A> {
  readonly answered?: (answer: A) => void;
  /** The worker died or was given up, and what it held is gone. */
  readonly stopped: () => void;
}

/** Speaks with the worker that `start` makes, and with another one when it dies: that costs one call, not the page. */
export function createWorkerCalls<Q extends Numbered, A extends Numbered>(
  start: () => Port<A>,
  { answered, stopped }: Listening<A>,
): WorkerCalls<Q, A> {
  const waiting = new Map<number, { readonly resolve: (answer: A) => void; readonly reject: () => void }>();
  let port: Port<A> | null = null;
  let lastId = 0;
  const giveUp = (): void => {
    port?.terminate();
    port = null;
    for (const { reject } of waiting.values()) reject();
    waiting.clear();
    stopped();
  };
  const running = (): Port<A> => {
    if (port !== null) return port;
    port = start();
    port.addEventListener("message", ({ data }) => {
      answered?.(data);
      waiting.get(data.id)?.resolve(data);
      waiting.delete(data.id);
    });
    port.addEventListener("error", (event) => {
      // Dealt with here: the page itself has not failed.
      event?.preventDefault();
      giveUp();
    });
    return port;
  };
  const call = (body: Body<Q>): Promise<A> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject: () => reject(new Error("the worker stopped")) });
      running().postMessage({ ...body, id: lastId });
    });
  return { call, giveUp };
}

/** The answer, if it is of this kind; throws when it is another one, such as a failure. */
export function ofKind<A extends { readonly kind: string }, K extends A["kind"]>(
  answer: A,
  kind: K,
): Extract<A, { readonly kind: K }> {
  if (answer.kind === kind) return answer as Extract<A, { readonly kind: K }>;
  throw new Error(`${kind} was expected, but ${answer.kind} came`);
}
