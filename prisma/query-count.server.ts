import { AsyncLocalStorage } from "node:async_hooks";
import type { Pool, PoolClient } from "pg";

/** `name` is there where the statement is prepared once a connection. */
export type Statement = { text: string; values: unknown[]; name?: string };

const counters = new AsyncLocalStorage<Statement[]>();

/** Runs `work` and answers its value with every SQL statement that it sent, in order. For tests and benches. */
export async function countQueries<T>(
  work: () => Promise<T>,
): Promise<{ value: T; queries: string[]; statements: Statement[] }> {
  const statements: Statement[] = [];
  const value = await counters.run(statements, work);
  return { value, queries: statements.map(({ text }) => text), statements };
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
      counters.getStore()?.push(statementOf(parameters[0], parameters[1]));
      return Reflect.apply(target, self, parameters);
    },
  });
}

function statementOf(query: unknown, values: unknown): Statement {
  if (typeof query === "string") return { text: query, values: Array.isArray(values) ? values : [] };
  if (typeof query !== "object" || query === null || !("text" in query)) return { text: "", values: [] };
  const own = "values" in query && Array.isArray(query.values) ? query.values : [];
  const name = "name" in query && typeof query.name === "string" ? { name: query.name } : {};
  return { text: String(query.text), values: Array.isArray(values) ? values : own, ...name };
}
