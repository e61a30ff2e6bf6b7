import pg, { type ClientBase } from "pg";
import { appGroup } from "../embedded/roles.ts";

const lacksPrivilege = "42501";
const madeMeanwhile = new Set(["42710", "23505"]);

/** Makes the group that migrations grant to, unless it is there. */
export async function ensureAppGroup(client: ClientBase): Promise<void> {
  const there = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [appGroup]);
  if (there.rowCount !== 0) return;
  await client.query(`CREATE ROLE ${appGroup} NOLOGIN`).catch((error: unknown) => {
    const code = codeOf(error);
    if (code !== undefined && madeMeanwhile.has(code)) return;
    if (code !== lacksPrivilege) throw error;
    throw new Error(
      `The role of DATABASE_OWNER_URL may not create roles: have the administrator run "CREATE ROLE ${appGroup} NOLOGIN" once.`,
    );
  });
}

/**
 * Makes the role `login` a member of the application's group. Answers a sentence for the operator when the owner may
 * not do it, `undefined` when it is done.
 */
export async function ensureMember(client: ClientBase, login: string): Promise<string | undefined> {
  const found = await client.query<{ member: boolean }>(
    "SELECT pg_has_role(oid, $2, 'MEMBER') AS member FROM pg_roles WHERE rolname = $1",
    [login, appGroup],
  );
  const role = found.rows[0];
  if (!role) return `The role "${login}" of DATABASE_URL does not exist in this cluster.`;
  if (role.member) return undefined;
  try {
    await client.query(`GRANT ${appGroup} TO ${pg.escapeIdentifier(login)}`);
    return undefined;
  } catch (error) {
    const code = codeOf(error);
    if (code !== undefined && madeMeanwhile.has(code)) return undefined;
    if (code !== lacksPrivilege) throw error;
    return `The role "${login}" of DATABASE_URL can read nothing yet: have the administrator run "GRANT ${appGroup} TO ${pg.escapeIdentifier(login)}" once.`;
  }
}

/** PostgreSQL's five-letter code of an error, where it has one. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}
