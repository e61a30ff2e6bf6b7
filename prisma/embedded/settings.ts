import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { z } from "zod";

const remembered = z.object({
  port: z.number().int().min(1).max(65_535),
  adminPassword: z.string().min(20),
  ownerPassword: z.string().min(20),
  appPassword: z.string().min(20),
});

/** What a cluster keeps beside its data: the port it had last, and the passwords of its three roles. */
export type Remembered = z.infer<typeof remembered>;

/** Reads what the cluster in `root` remembers, or `undefined` when there is nothing yet. */
export async function recall(root: string): Promise<Remembered | undefined> {
  const text = await readFile(file(root), "utf8").catch(() => undefined);
  return text === undefined ? undefined : remembered.parse(JSON.parse(text));
}

/** Keeps `value` in a file that its owner alone may read; a crash leaves the old file or the new one, never half. */
export async function remember(root: string, value: Remembered): Promise<void> {
  await writeFile(`${file(root)}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file(root)}.new`, file(root));
}

/** A new cluster's port and passwords. */
export async function invent(): Promise<Remembered> {
  const password = () => randomBytes(24).toString("base64url");
  return { port: await freePort(), adminPassword: password(), ownerPassword: password(), appPassword: password() };
}

/** `port` while nobody listens there, else another free one, on 127.0.0.1. */
export async function portNear(port: number): Promise<number> {
  return freePort(port).catch(() => freePort());
}

function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(wanted, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function file(root: string): string {
  return path.join(root, "postgres.json");
}

/** The server's configuration: reachable from this machine alone, durable unless it serves a test run. */
export function configuration(port: number, forTests: boolean): string {
  const lines = [
    "listen_addresses = '127.0.0.1'",
    "unix_socket_directories = ''",
    `port = ${port}`,
    "max_connections = 200",
    "shared_buffers = 128MB",
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    "log_line_prefix = '%m [%p] %q%u@%d '",
    "log_checkpoints = off",
  ];
  if (forTests) lines.push("fsync = off", "synchronous_commit = off", "full_page_writes = off");
  return `${lines.join("\n")}\n`;
}
