import pg from "pg";
import type { Remembered } from "./settings.ts";

/** Owns the database and its tables; migrations alone use it. */
export const ownerRole = "ba_nha_owner";
/** Cannot log in; every GRANT of a migration names it. */
export const appGroup = "ba_nha_app";
/** Logs in for the portal; a member of the group and nothing more. */
export const appLogin = "ba_nha_app_user";

const database = "ba_nha";

/** Makes the three roles and the portal's database where they are missing. Repeatable. */
export async function ensureRoles(adminUrl: string, secrets: Remembered): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const roles = await client.query<{ rolname: string }>(
      "SELECT rolname FROM pg_roles WHERE rolname LIKE 'ba\\_nha\\_%'",
    );
    const known = new Set(roles.rows.map((row) => row.rolname));
    const owner = pg.escapeLiteral(secrets.ownerPassword);
    const app = pg.escapeLiteral(secrets.appPassword);
    if (!known.has(appGroup)) await client.query(`CREATE ROLE ${appGroup} NOLOGIN`);
    if (!known.has(ownerRole)) {
      await client.query(`CREATE ROLE ${ownerRole} LOGIN PASSWORD ${owner}`);
      await client.query(`GRANT ${appGroup} TO ${ownerRole} WITH ADMIN OPTION`);
    }
    if (!known.has(appLogin)) await client.query(`CREATE ROLE ${appLogin} LOGIN PASSWORD ${app} IN ROLE ${appGroup}`);
    const there = await client.query("SELECT FROM pg_database WHERE datname = $1", [database]);
    if (there.rowCount === 0) await client.query(`CREATE DATABASE ${database} OWNER ${ownerRole}`);
  } finally {
    await client.end();
  }
}

/** The connection string of `role` on this cluster, at `name` (the portal's database unless said otherwise). */
export function urlOf(port: number, role: string, password: string, name: string = database): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${name}`;
}
