import { createServer, type Server } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import { chooseSessionCookie } from "#app/domain/accounts/sessions/sessions.server.ts";
import {
  type Environment,
  EnvironmentError,
  readEnvironment,
  setEnvironment,
} from "#app/platform/environment.server.ts";
import { log } from "#app/platform/log.server.ts";
import { httpApp } from "#app/web/http/app.server.ts";
import { startWork } from "#app/worker.ts";
import { bringUpDatabase } from "#prisma/bring-up.server.ts";
import { pool } from "#prisma/client.server.ts";

export type PortalOptions = {
  build: ServerBuild | (() => Promise<ServerBuild>);
  clientFolder: string | null;
  assets?: RequestHandler;
  /** the environment's variables */
  source: Record<string, string | undefined>;
};

export type Portal = {
  url: string;
  environment: Environment;
  notes: string[];
  accounts: string[];
  stop: () => Promise<void>;
};

const STOP_WITHIN_MS = 10_000;

/** Starts the whole portal: database, migrations, reference data, the demonstration where it belongs, pages and worker. */
export async function startPortal(options: PortalOptions): Promise<Portal> {
  const environment = setEnvironment(readEnvironment(options.source));
  const database = await bringUpDatabase(environment);
  try {
    chooseSessionCookie(environment.baseUrl);
    let stopping = false;
    const work = environment.workerInside ? startWork(environment) : null;
    const app = httpApp({
      ...environment,
      build: options.build,
      clientFolder: options.clientFolder,
      ...(options.assets ? { assets: options.assets } : {}),
      readiness: {
        stopping: () => stopping,
        database: async () => (await pool().query("SELECT 1")).rowCount === 1,
        migrations: database.migrationsCurrent,
        search: async () => true,
        mail: async () => true,
      },
    });
    const server = await listen(createServer(app), environment.port);
    return {
      url: environment.baseUrl,
      environment,
      notes: database.notes,
      accounts: [],
      stop: async () => {
        stopping = true;
        await Promise.all([closeServer(server), work?.stop()]);
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function listen(server: Server, port: number): Promise<Server> {
  server.headersTimeout = 15_000;
  server.requestTimeout = 300_000;
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE" ? new EnvironmentError(`PORT ${port} is already in use: choose another.`) : error,
      );
    });
    server.listen(port, () => resolve(server));
  });
}

/** Lets what is under way finish, and drops what still hangs after ten seconds. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), STOP_WITHIN_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** The process: starts, says where it is, and stops cleanly on a signal. */
export async function run(options: PortalOptions): Promise<void> {
  const started = performance.now();
  let portal: Portal | undefined;
  const stop = once(async (signal: string) => {
    process.stdout.write(`\n${signal}: stopping …\n`);
    await portal?.stop();
    process.exit(0);
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop(signal));
  try {
    portal = await startPortal(options);
  } catch (error) {
    const sentence = error instanceof EnvironmentError ? error.message : error;
    process.stderr.write(`${sentence instanceof Error ? sentence.stack : String(sentence)}\n`);
    process.exit(1);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const lines = [...portal.notes, `Ba Nhà: ${portal.url} (ready in ${seconds} s)`, ...portal.accounts];
  process.stdout.write(`${lines.join("\n")}\n`);
  log.info({ url: portal.url }, "the portal is up");
}

function once<Arg>(work: (arg: Arg) => Promise<void>): (arg: Arg) => Promise<void> {
  let running: Promise<void> | undefined;
  return (arg) => {
    running ??= work(arg);
    return running;
  };
}
