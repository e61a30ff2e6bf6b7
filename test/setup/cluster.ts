import { createHash } from "node:crypto";
import { chmod, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { appLogin, asAdmin, ensureRoles, ownerRole } from "#prisma/embedded/roles.ts";
import { startEmbedded, stopAbandoned } from "#prisma/embedded/start.server.ts";
import { applyMigrations } from "#prisma/migrations-runner/apply.server.ts";
import { loadReference } from "#prisma/reference/load.ts";

/** Where the tests of a run find their PostgreSQL, and the migrated database that each of theirs is cloned from. */
export type TestCluster = { adminUrl: string; ownerUrl: string; appUrl: string; template: string };

declare module "vitest" {
  interface ProvidedContext {
    cluster: TestCluster;
  }
}

/**
 * Vitest runs this once before the tests: one PostgreSQL for the whole run, without fsync in a temporary folder, or the
 * one of TEST_DATABASE_ADMIN_URL, with one migrated template that holds the reference data.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["TEST_DATABASE_ADMIN_URL"];
  const cluster = given ? await borrowCluster(given) : await startCluster();
  const template = `ba_nha_template_${process.pid}`;
  await asAdmin(cluster.adminUrl, (client) => client.query(`CREATE DATABASE ${template} OWNER ${ownerRole}`));
  const ownerUrl = urlAt(cluster.ownerUrl, template);
  await applyMigrations({ ownerUrl, appUrl: urlAt(cluster.appUrl, template) });
  await loadReference(ownerUrl);
  await asAdmin(cluster.adminUrl, (client) => client.query(`ALTER DATABASE ${template} ALLOW_CONNECTIONS false`));
  const { adminUrl, appUrl } = cluster;
  project.provide("cluster", { adminUrl, ownerUrl: cluster.ownerUrl, appUrl, template });
  return async () => {
    for (const name of [template, demoTemplate(template)])
      await asAdmin(adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name}`));
    await rm(demoFolder(template), { recursive: true, force: true });
    await cluster.stop();
  };
}

/** The database that holds the demonstration as a run told it, beside the run's template. */
export function demoTemplate(template: string): string {
  return `${template}_demo`;
}

/** The mails, files and keys of that demonstration. */
export function demoFolder(template: string): string {
  return path.join(tmpdir(), demoTemplate(template));
}

const prefix = "ba-nha-test-";

type Cluster = { adminUrl: string; ownerUrl: string; appUrl: string; stop: () => Promise<void> };

async function startCluster(): Promise<Cluster> {
  await sweep();
  const folder = await mkdtemp(path.join(tmpdir(), prefix));
  await chmod(folder, 0o711);
  const { adminUrl, ownerUrl, appUrl, stop } = await startEmbedded({ folder, forTests: true });
  return {
    adminUrl,
    ownerUrl,
    appUrl,
    stop: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Ends and removes what runs that were killed left behind; a young folder may be another run's that is just starting. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const folder = path.join(tmpdir(), name);
    if (!name.startsWith(prefix) || Date.now() - (await stat(folder)).mtimeMs < 600_000) continue;
    if (await stopAbandoned(folder)) await rm(folder, { recursive: true, force: true });
  }
}

async function borrowCluster(adminUrl: string): Promise<Cluster> {
  // Passwords that every run on this cluster comes to by itself, since the roles outlive a run.
  const password = (role: string) => createHash("sha256").update(`${role} ${adminUrl}`).digest("base64url");
  const passwords = { ownerPassword: password(ownerRole), appPassword: password(appLogin) };
  await ensureRoles(adminUrl, passwords);
  const as = (role: string) => Object.assign(new URL(adminUrl), { username: role, password: password(role) }).href;
  return { adminUrl, ownerUrl: as(ownerRole), appUrl: as(appLogin), stop: () => Promise.resolve() };
}

/** `url` at another database of the same cluster. */
export function urlAt(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}
