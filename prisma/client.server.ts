import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type Prisma, PrismaClient } from "./generated/client.ts";
import { observeQueries } from "./query-count.server.ts";

/** The database through Prisma. */
export type Db = PrismaClient;
/** One open transaction of Prisma. */
export type Tx = Prisma.TransactionClient;

/** One pool of connections, spoken to by Prisma and by plain SQL alike. */
export type Connection = { db: Db; pool: pg.Pool; close: () => Promise<void> };

const statementTimeoutMs = 5_000;
const lockTimeoutMs = 2_000;
const idleInTransactionTimeoutMs = 10_000;

/**
 * Connects to the database that `url` names with at most `max` connections (10 unless said otherwise). No connection is
 * made before the first query. A statement ends after 5 s, a wait for a lock after 2 s, an idle transaction after 10 s.
 *
 * Plain SQL reads `bigint` as a JavaScript bigint and `date` as 'YYYY-MM-DD'; Prisma reads `date` as a Date at midnight UTC.
 */
export function connect(url: string, options: { max?: number } = {}): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    statement_timeout: statementTimeoutMs,
    lock_timeout: lockTimeoutMs,
    idle_in_transaction_session_timeout: idleInTransactionTimeoutMs,
    connectionTimeoutMillis: 5_000,
    application_name: "ba-nha",
    types: { getTypeParser },
  });
  // An idle connection that the server ends (a restart, say) is replaced at the next query; nobody is waiting on it now.
  pool.on("error", () => undefined);
  observeQueries(pool);
  const db = new PrismaClient({
    adapter: adapterOver(pool),
    transactionOptions: { maxWait: statementTimeoutMs, timeout: idleInTransactionTimeoutMs },
  });
  return {
    db,
    pool,
    close: async () => {
      await db.$disconnect();
      await pool.end();
    },
  };
}

/** Prisma's adapter carries a newer copy of pg's types than its code: the class is one and the same. */
function adapterOver(pool: unknown): PrismaPg {
  if (!isAdapterPool(pool)) throw new TypeError("not a pg.Pool");
  return new PrismaPg(pool);
}

function isAdapterPool(pool: unknown): pool is ConstructorParameters<typeof PrismaPg>[0] {
  return pool instanceof pg.Pool;
}

let current: Connection | undefined;
let isOpen = false;

/** Sets the database that `db()` and `pool()` answer with in this process; the process start calls it once. */
export function openDatabase(url: string, options: { max?: number } = {}): Connection {
  if (isOpen) throw new Error("The database of this process is already set.");
  current = connect(url, options);
  isOpen = true;
  return current;
}

/**
 * Closes the database of this process; another may be set afterwards. Until then `db()` and `pool()` give the closed one,
 * whose questions fail as promises do: work for a reader who is gone ends quietly while the process stops.
 */
export async function closeDatabase(): Promise<void> {
  const leaving = isOpen ? current : undefined;
  isOpen = false;
  await leaving?.close();
}

/** This process's database through Prisma. */
export function db(): Db {
  return connection().db;
}

/** This process's database in plain SQL. */
export function pool(): pg.Pool {
  return connection().pool;
}

function connection(): Connection {
  if (!current) throw new Error("The process start has not set its database.");
  return current;
}

const parsers: Record<number, (text: string) => unknown> = {
  [pg.types.builtins.INT8]: BigInt,
  [pg.types.builtins.DATE]: (text) => text,
};

// biome-ignore lint/suspicious/noExplicitAny: the signature of pg's own hook
function getTypeParser(oid: number, format?: any): any {
  return (format !== "binary" && parsers[oid]) || pg.types.getTypeParser(oid, format);
}
