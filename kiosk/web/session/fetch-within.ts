/**
 * Asks an address and reads the answer, all within so many seconds: a server that accepts and then says nothing
 * would otherwise be waited for without end. Rejects when it takes longer, or `signal` says to stop.
 */
export async function fetchWithin<T>(
  seconds: number,
  request: { readonly address: string; readonly init?: RequestInit; readonly signal?: AbortSignal },
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const asking = new AbortController();
  const stop = (): void => asking.abort();
  const timer = setTimeout(stop, seconds * 1000);
  request.signal?.addEventListener("abort", stop);
  try {
    const response = await fetch(request.address, { ...request.init, signal: asking.signal });
    if (!response.ok) throw new Error(`${request.address}: ${response.status}`);
    return await read(response);
  } finally {
    clearTimeout(timer);
    request.signal?.removeEventListener("abort", stop);
  }
}
