import { isIP } from "node:net";
import path from "node:path";
import { z } from "zod";

export type Environment = {
  production: boolean;
  port: number;
  /** the portal's own address, without a slash at the end */
  baseUrl: string;
  /** null: the embedded PostgreSQL in `dataFolder` */
  databaseUrl: string | null;
  databaseOwnerUrl: string | null;
  meilisearch: { url: string; key: string | null } | null;
  smtpUrl: string | null;
  mailFrom: string;
  /** peers whose X-Forwarded-For is believed: addresses or CIDR ranges */
  trustedProxies: string[];
  /** false: an empty database stays empty; production never has the demonstration */
  demo: boolean;
  /** false when a worker process of its own drains the outbox */
  workerInside: boolean;
  dataFolder: string;
  /** the folder of the keys that sign the public record */
  recordKeys: string;
  /** limits set in the place of those of app/platform/limits/limits.ts, by their names */
  limits: Readonly<Record<string, { points: number; seconds: number }>>;
};

/** A value that is missing or wrong; `message` is one sentence that names the variable. */
export class EnvironmentError extends Error {}

function url(protocols: string[]) {
  return z.string().refine(
    (text) => {
      const parsed = URL.canParse(text) ? new URL(text) : null;
      return parsed !== null && protocols.includes(parsed.protocol);
    },
    `is not an address of the form ${protocols.map((p) => `${p}//…`).join(" or ")}`,
  );
}

const schema = z.object({
  NODE_ENV: z
    .enum(["development", "production", "test"], { error: "is not development, production or test" })
    .optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "is not a port number")
    .transform(Number)
    .refine((port) => port <= 65_535, "is not a port number")
    .optional(),
  BASE_URL: url(["http:", "https:"]).optional(),
  DATABASE_URL: url(["postgres:", "postgresql:"]).optional(),
  DATABASE_OWNER_URL: url(["postgres:", "postgresql:"]).optional(),
  MEILISEARCH_URL: url(["http:", "https:"]).optional(),
  MEILISEARCH_KEY: z.string().optional(),
  SMTP_URL: url(["smtp:", "smtps:"]).optional(),
  MAIL_FROM: z.string().max(200).optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform(partsOf)
    .refine((parts) => parts.every(isAddressOrRange), "is not a list of addresses or ranges such as 10.0.0.0/8")
    .optional(),
  WORKER: z.enum(["inside", "apart"], { error: "is not inside or apart" }).optional(),
  DEMO: z.enum(["on", "off"], { error: "is not on or off" }).optional(),
  DATA_FOLDER: z.string().optional(),
  RECORD_KEYS: z.string().optional(),
  LIMITS: z
    .string()
    .regex(/^\s*([a-z-]+=\d{1,9}\/\d{1,9}[\s,]*)*$/, "is not a list such as sign-in=10/60,sign-up=5/1800")
    .optional(),
});

const EXAMPLE_SECRETS = /change-?me|example|secret123|password/i;

/**
 * Reads the configuration. Throws EnvironmentError with one sentence that names the first variable at fault.
 * An empty variable counts as absent.
 */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new EnvironmentError(`${String(issue?.path[0])} ${issue?.message}.`);
  }
  const env = parsed.data;
  const production = env.NODE_ENV === "production";
  if (production) refuseInProduction(env);
  const port = env.PORT ?? 3000;
  const dataFolder = path.resolve(env.DATA_FOLDER ?? ".data");
  return {
    production,
    port,
    baseUrl: (env.BASE_URL ?? `http://localhost:${port}`).replace(/\/+$/, ""),
    databaseUrl: env.DATABASE_URL ?? null,
    databaseOwnerUrl: env.DATABASE_OWNER_URL ?? null,
    meilisearch: env.MEILISEARCH_URL ? { url: env.MEILISEARCH_URL, key: env.MEILISEARCH_KEY ?? null } : null,
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? "Ba Nhà <khong-tra-loi@localhost>",
    trustedProxies: env.TRUSTED_PROXIES ?? [],
    demo: !production && env.DEMO !== "off",
    workerInside: env.WORKER !== "apart",
    dataFolder,
    recordKeys: path.resolve(env.RECORD_KEYS ?? path.join(dataFolder, "record-keys")),
    limits: readLimits(env.LIMITS ?? ""),
  };
}

function readLimits(text: string): Environment["limits"] {
  const found = [...text.matchAll(/([a-z-]+)=(\d+)\/(\d+)/g)];
  return Object.fromEntries(
    found.map(([, name = "", points, seconds]) => [name, { points: Number(points), seconds: Number(seconds) }]),
  );
}

function partsOf(list: string): string[] {
  return list
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
}

function isAddressOrRange(part: string): boolean {
  const [address = "", bits, ...rest] = part.split("/");
  const most = isIP(address) === 4 ? 32 : 128;
  if (isIP(address) === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
}

function refuseInProduction(env: z.output<typeof schema>): void {
  if (!env.BASE_URL) throw new EnvironmentError("BASE_URL is missing: production needs the portal's public address.");
  for (const name of ["DATABASE_URL", "DATABASE_OWNER_URL", "MEILISEARCH_KEY"] as const) {
    const value = env[name];
    const secret = value && URL.canParse(value) ? new URL(value).password : value;
    if (secret && EXAMPLE_SECRETS.test(secret)) {
      throw new EnvironmentError(`${name} carries a password from the examples: choose one of your own.`);
    }
  }
  if (env.MEILISEARCH_URL && !env.MEILISEARCH_KEY) {
    throw new EnvironmentError("MEILISEARCH_KEY is missing: production does not talk to an open search server.");
  }
}

let current: Environment | undefined;

/** Sets what `environment()` answers in this process; the process start calls it once. */
export function setEnvironment(environment: Environment): Environment {
  current = environment;
  return environment;
}

/** The configuration of this process. */
export function environment(): Environment {
  if (!current) throw new Error("The process start has not set its environment.");
  return current;
}
