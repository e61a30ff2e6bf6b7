import { createServer, type Server } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import { seedDemo } from "#app/demo/seed.server.ts";
import { chooseSessionCookie } from "#app/domain/accounts/sessions/sessions.server.ts";
import {
  type Environment,
  EnvironmentError,
  readEnvironment,
  setEnvironment,
} from "#app/platform/environment.server.ts";
import { log } from "#app/platform/log.server.ts";
import { type OutboxTopic, outboxState } from "#app/platform/outbox-drain.server.ts";
import type { Rounds } from "#app/platform/process/rounds.server.ts";
import { runProcess, type Started } from "#app/platform/process/run.server.ts";
import { httpApp } from "#app/web/http/app.server.ts";
import { startWork } from "#app/worker.ts";
import { bringUpDatabase } from "#prisma/bring-up.server.ts";
import { pool } from "#prisma/client.server.ts";
import { loadReference } from "#prisma/reference/load.ts";
import { engines } from "#search/engine.server.ts";

export type PortalOptions = {
  build: ServerBuild | (() => Promise<ServerBuild>);
  clientFolder: string | null;
  assets?: RequestHandler;
  /** the environment's variables */
  source: Record<string, string | undefined>;
};

const STOP_WITHIN_MS = 10_000;

/** Starts the whole portal: database, migrations, reference data, the demonstration where it belongs, pages and worker. */
export async function startPortal(options: PortalOptions): Promise<Started> {
  const environment = setEnvironment(readEnvironment(options.source));
  // On one's own machine the terminal belongs to the address and the accounts, not to a line for each request.
  if (!environment.production && !options.source["LOG_LEVEL"]) log.level = "warn";
  const database = await bringUpDatabase(environment);
  try {
    if (database.ownerUrl) await loadReference(database.ownerUrl);
    chooseSessionCookie(environment.baseUrl);
    const portal = await serve(options, environment, database.migrationsCurrent);
    // Whoever comes meanwhile is answered already; the address is printed, and the portal ready, when it is told.
    const accounts = await seedDemo(environment, database.ownerUrl);
    portal.beginWork();
    return {
      lines: [...database.notes, `Ba Nhà: ${environment.baseUrl}`, ...accounts],
      stop: async () => {
        await portal.stop();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function serve(options: PortalOptions, environment: Environment, migrations: () => Promise<boolean>) {
  let state: "filling" | "ready" | "stopping" = "filling";
  let work: Rounds | null = null;
  const readiness = {
    stopping: () => state === "stopping",
    database: async () => state !== "filling" && (await pool().query("SELECT 1")).rowCount === 1,
    migrations,
    search: async () => ((await engines().mirror?.health()) ?? true) && (await allCarriedOut("search")),
    mail: () => allCarriedOut("mail"),
  };
  const server = await listen(createServer(httpApp({ ...environment, ...options, readiness })), environment.port);
  return {
    beginWork: () => {
      state = "ready";
      work = environment.workerInside ? startWork(environment) : null;
    },
    stop: async () => {
      state = "stopping";
      await Promise.all([closeServer(server), work?.stop()]);
    },
  };
}

/** Whether nothing of a topic was given up: a dead letter waits for an operator. */
async function allCarriedOut(topic: OutboxTopic): Promise<boolean> {
  const states = await outboxState();
  return states.every((state) => state.topic !== topic || state.dead === 0);
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

/** The process of `npm start`. */
export function run(options: PortalOptions): Promise<void> {
  return runProcess(() => startPortal(options));
}
