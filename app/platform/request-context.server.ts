import { AsyncLocalStorage } from "node:async_hooks";

/** What the process knows of the request at hand, wherever code stands. */
export type RequestContext = {
  requestId: string;
  /** the address of whoever asks, X-Forwarded-For believed from trusted proxies alone */
  clientAddress: string;
};

const storage = new AsyncLocalStorage<RequestContext>();

export function runWithRequest<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** The request at hand, or null outside any request (a job, a test). */
export function currentRequest(): RequestContext | null {
  return storage.getStore() ?? null;
}
