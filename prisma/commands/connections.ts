import { startEmbedded } from "#prisma/embedded/start.server.ts";

/** The two ways into one database, for a command that runs and ends. */
export type Connections = { ownerUrl: string; appUrl: string; close: () => Promise<void> };

/**
 * The database that DATABASE_URL and DATABASE_OWNER_URL name, else the embedded one in DATA_FOLDER (`.data/`), started for the time
 * of the command. With DATABASE_URL alone the owner is taken to be the same role.
 */
export async function openConnections(): Promise<Connections> {
  const appUrl = process.env["DATABASE_URL"];
  if (appUrl) {
    const ownerUrl = process.env["DATABASE_OWNER_URL"] || appUrl;
    return { ownerUrl, appUrl, close: () => Promise.resolve() };
  }
  const embedded = await startEmbedded({ folder: process.env["DATA_FOLDER"] || ".data" });
  for (const note of embedded.notes) console.log(note);
  return { ownerUrl: embedded.ownerUrl, appUrl: embedded.appUrl, close: embedded.stop };
}

/** Runs a command on the database; an error becomes one line and a failing exit. */
export async function runCommand(work: (connections: Connections) => Promise<void>): Promise<void> {
  try {
    const connections = await openConnections();
    try {
      await work(connections);
    } finally {
      await connections.close();
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
