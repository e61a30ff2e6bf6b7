import { AsyncLocalStorage } from "node:async_hooks";
import type { Pool, PoolClient } from "pg";

const counters = new AsyncLocalStorage<string[]>();

/** Runs `work` and answers its value with the text of every SQL statement that it sent, in order. For tests and benches. */
export async function countQueries<T>(work: () => Promise<T>): Promise<{ value: T; queries: string[] }> {
  const queries: string[] = [];
  const value = await counters.run(queries, work);
  return { value, queries };
}

/** Lets `countQueries` see what goes through `pool`; costs one look-up a query while nobody counts. */
export function observeQueries(pool: Pool): void {
  // Counted where the caller stands: further down, a queued query runs in the context of whoever freed its connection.
  pool.query = noting(pool.query.bind(pool));
  const connect: (...parameters: never[]) => unknown = pool.connect.bind(pool);
  const observed = (...parameters: never[]) => {
    const answer = connect(...parameters);
    return answer instanceof Promise ? answer.then(observeClient) : answer;
  };
  Object.assign(pool, { connect: observed });
}

function observeClient(client: PoolClient): PoolClient {
  if (counters.getStore() === undefined) return client;
  const release = client.release.bind(client);
  client.query = noting(client.query.bind(client));
  client.release = (error) => {
    // The prototype's own method again, for the next borrower.
    Reflect.deleteProperty(client, "query");
    release(error);
  };
  return client;
}

function noting<F>(query: F): F {
  if (typeof query !== "function") return query;
  return new Proxy(query, {
    apply(target, self, parameters) {
      counters.getStore()?.push(textOf(parameters[0]));
      return Reflect.apply(target, self, parameters);
    },
  });
}

function textOf(query: unknown): string {
  if (typeof query === "string") return query;
  return typeof query === "object" && query !== null && "text" in query ? String(query.text) : "";
}
