import { environment } from "#app/platform/environment.server.ts";
import { log } from "#app/platform/log.server.ts";
import { type Breaker, makeBreaker } from "#search/engines/breaker.ts";
import { meilisearchEngine } from "#search/engines/meilisearch.server.ts";
import { type PostgresEngine, postgresEngine } from "#search/engines/postgres.server.ts";
import type { SearchEngine, SearchPage, SearchQuery } from "#search/port.ts";

/** The engines of a process: PostgreSQL always, Meilisearch where MEILISEARCH_URL names one. */
export type Engines = { base: PostgresEngine; mirror: SearchEngine | null; breaker: Breaker };

export type EngineAnswer = SearchPage & {
  engine: SearchEngine["name"];
  /** the engine that should have answered did not */
  degraded: boolean;
};

let current: Engines | undefined;

/** The engines that the configuration of this process names. */
export function engines(): Engines {
  if (!current) {
    const { meilisearch } = environment();
    current = makeEngines(meilisearch ? meilisearchEngine(meilisearch) : null);
  }
  return current;
}

export function makeEngines(mirror: SearchEngine | null, breaker: Breaker = makeBreaker()): Engines {
  return { base: postgresEngine(), mirror, breaker };
}

/** Sets the engines of this process, for tests; null forgets them. */
export function setEngines(engines: Engines | null): void {
  current = engines ?? undefined;
}

/**
 * Answers from Meilisearch where there is one, else from PostgreSQL. When Meilisearch fails or takes too long,
 * PostgreSQL answers with `degraded`, and after some failures in a row Meilisearch is left alone for a while.
 */
export async function searchEngines(query: SearchQuery, within: Engines = engines()): Promise<EngineAnswer> {
  const { value, engine, degraded } = await askEngines((asked) => asked.search(query), within);
  return { ...value, engine, degraded };
}

/** The same for any question that both engines answer. */
export async function askEngines<Value>(
  ask: (engine: SearchEngine) => Promise<Value>,
  { base, mirror, breaker }: Engines = engines(),
): Promise<{ value: Value } & Pick<EngineAnswer, "engine" | "degraded">> {
  if (!mirror) return { value: await ask(base), engine: base.name, degraded: false };
  if (breaker.mayTry()) {
    try {
      const value = await ask(mirror);
      breaker.succeeded();
      return { value, engine: mirror.name, degraded: false };
    } catch (error) {
      breaker.failed();
      log.warn({ err: error, open: breaker.isOpen() }, "Meilisearch did not answer; PostgreSQL does");
    }
  }
  return { value: await ask(base), engine: base.name, degraded: true };
}
