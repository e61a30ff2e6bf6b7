import pg from "pg";
import type { Remembered } from "./settings.ts";

/** Owns the database and its tables; migrations alone use it. */
export const ownerRole = "ba_nha_owner";
/** Cannot log in; every GRANT of a migration names it. */
export const appGroup = "ba_nha_app";
/** Logs in for the portal; a member of the group and nothing more. */
export const appLogin = "ba_nha_app_user";

/** The portal's database in an embedded cluster. */
export const portalDatabase = "ba_nha";

/** Makes the three roles where they are missing. Repeatable. */
export async function ensureRoles(
  adminUrl: string,
  passwords: Pick<Remembered, "ownerPassword" | "appPassword">,
): Promise<void> {
  await asAdmin(adminUrl, async (client) => {
    const found = await client.query<{ rolname: string }>(
      "SELECT rolname FROM pg_roles WHERE rolname LIKE 'ba\\_nha\\_%'",
    );
    const known = new Set(found.rows.map((row) => row.rolname));
    const owner = pg.escapeLiteral(passwords.ownerPassword);
    const app = pg.escapeLiteral(passwords.appPassword);
    if (!known.has(appGroup)) await client.query(`CREATE ROLE ${appGroup} NOLOGIN`);
    if (!known.has(ownerRole)) {
      await client.query(`CREATE ROLE ${ownerRole} LOGIN PASSWORD ${owner}`);
      await client.query(`GRANT ${appGroup} TO ${ownerRole} WITH ADMIN OPTION`);
    }
    if (!known.has(appLogin)) await client.query(`CREATE ROLE ${appLogin} LOGIN PASSWORD ${app} IN ROLE ${appGroup}`);
  });
}

/** Makes the database `name`, owned by the owner's role, where it is missing. Repeatable. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  await asAdmin(adminUrl, async (client) => {
    const there = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (there.rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} OWNER ${ownerRole}`);
  });
}

/** Runs `work` on one connection of the cluster's administrator. */
export async function asAdmin<T>(adminUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The connection string of `role` on this cluster, at `name` (the portal's database unless said otherwise). */
export function urlOf(port: number, role: string, password: string, name: string = portalDatabase): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${name}`;
}
