import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { environment } from "#app/platform/environment.server.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { LIMITS, type Limit, type LimitName } from "#app/platform/limits/limits.ts";
import { pool } from "#prisma/client.server.ts";

export type Taken = { ok: true } | { ok: false; retryAfterS: number };

const limiters = new Map<string, RateLimiterPostgres>();

/**
 * Counts one act of whoever `key` names (an address, an e-mail address, a person's id; only its hash is kept). The
 * count is in PostgreSQL, shared by every process; where the database is away each process counts for itself.
 */
export async function take(name: LimitName, key: string): Promise<Taken> {
  try {
    await limiterOf(name).consume(hashed(key));
    return { ok: true };
  } catch (error) {
    if (error instanceof RateLimiterRes) return { ok: false, retryAfterS: Math.ceil(error.msBeforeNext / 1000) };
    throw error;
  }
}

/** Forgets what was counted: the person proved who they are. */
export async function forgive(name: LimitName, key: string): Promise<void> {
  await limiterOf(name).delete(hashed(key));
}

function limiterOf(name: LimitName): RateLimiterPostgres {
  const own: Limit = LIMITS[name];
  const { points, seconds } = environment().limits[name] ?? own;
  const id = `${name} ${points}/${seconds}`;
  const known = limiters.get(id);
  if (known) return known;
  const options = { keyPrefix: name, points, duration: seconds, blockDuration: own.blockSeconds ?? 0 };
  const created = new RateLimiterPostgres({
    ...options,
    storeClient: { query },
    storeType: "client",
    tableName: "rate_limit",
    tableCreated: true,
    insuranceLimiter: new RateLimiterMemory(options),
  });
  limiters.set(id, created);
  return created;
}

/** The limiter reckons with numbers where the portal's own statements read bigint. */
function query(statement: { text: string; values: unknown[]; name?: string }) {
  return pool().query({
    ...statement,
    types: { getTypeParser: () => (text: string) => (/^-?\d+$/.test(text) ? Number(text) : text) },
  });
}

/** Addresses and e-mail addresses are personal data: the table holds no more than is needed to count. */
function hashed(key: string): string {
  return sha256(key).slice(0, 32);
}
