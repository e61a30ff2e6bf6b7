import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyTo, findInstalled, programsIn } from "#prisma/embedded/binaries.ts";
import { canRun } from "#prisma/embedded/os-user.ts";
import { asAdmin } from "#prisma/embedded/roles.ts";
import { startEmbedded } from "#prisma/embedded/start.server.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "embedded-"));
  await chmod(folder, 0o711);
});

afterAll(() => rm(folder, { recursive: true }));

test("the first start makes cluster, roles and database; the next finds the data, the port and the passwords", async () => {
  const first = await start();
  await ask(first.ownerUrl, "CREATE TABLE kept AS SELECT 42 AS answer");
  await first.stop();
  await first.stop();
  expect(await isRunning()).toBe(false);

  const second = await start();
  expect(second.ownerUrl).toBe(first.ownerUrl);
  expect(await ask(second.ownerUrl, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  expect(await ask(second.adminUrl, "SELECT current_setting('data_checksums') AS sums")).toEqual([{ sums: "on" }]);
  await expect(ask(second.appUrl, "CREATE TABLE mine ()")).rejects.toThrow("permission denied");
  await second.stop();
});

test("passwords are readable by their owner alone", async () => {
  expect((await stat(path.join(folder, "postgres.json"))).mode & 0o777).toBe(0o600);
});

test("durability is given up for tests alone", async () => {
  const durable = await startEmbedded({ folder });
  expect(await ask(durable.adminUrl, "SELECT current_setting('fsync') AS fsync")).toEqual([{ fsync: "on" }]);
  await durable.stop();
});

test("the server survives a killed process, is joined by the next and stopped by the last", async () => {
  const killed = await holder();
  const beside = await start();
  await beside.stop();
  expect(await isRunning()).toBe(true);
  await end(killed);
  expect(await isRunning()).toBe(true);

  const heir = await start();
  expect(heir.notes.join()).toContain("Joined the PostgreSQL that already runs");
  await heir.stop();
  expect(await isRunning()).toBe(false);
});

test("a server that was killed too is started again", async () => {
  const killed = await holder();
  const postmaster = Number.parseInt(await readFile(path.join(folder, "postgres/postmaster.pid"), "utf8"), 10);
  await end(killed);
  process.kill(postmaster, "SIGKILL");
  const again = await start();
  expect(await ask(again.ownerUrl, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  await again.stop();
});

test("a postmaster.pid whose number now belongs to another program is no obstacle", async () => {
  await writeFile(path.join(folder, "postgres/postmaster.pid"), `${process.pid}\n`);
  const again = await start();
  await again.stop();
});

test("the programs run from a copy, with the links that the package leaves out", async () => {
  const native = await copyTo(folder, findInstalled());
  expect(canRun({ name: "" }, programsIn(native).initdb)).toBe(true);
});

test("data whose passwords are lost is refused with a sentence, not overwritten", async () => {
  await rm(path.join(folder, "postgres.json"));
  await expect(start()).rejects.toThrow("holds a database whose passwords are lost");
});

function start() {
  return startEmbedded({ folder, forTests: true });
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  return asAdmin(url, async (client) => (await client.query(sql)).rows);
}

async function isRunning(): Promise<boolean> {
  return stat(path.join(folder, "postgres/postmaster.pid")).then(
    () => true,
    () => false,
  );
}

async function holder(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", "test/prisma/embedded/holder.ts", folder]);
  await once(child.stdout, "data");
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}
