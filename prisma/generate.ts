import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const stampFile = path.join(root, "prisma/generated/.inputs");

/** Generates the database client from prisma/schema, unless it stands there already for exactly these files. */
export function generate(): void {
  const prisma = createRequire(import.meta.url).resolve("prisma/package.json");
  const inputs = fingerprint(prisma);
  if (readStamp() === inputs) return;
  const program = path.join(path.dirname(prisma), "build/index.js");
  // Generating needs no engine, but the tool insists on one and would download it: any existing program contents it.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" };
  const run = spawnSync(process.execPath, [program, "generate", "--no-hints"], { cwd: root, env, encoding: "utf8" });
  if (run.status !== 0) throw new Error(`prisma generate failed:\n${run.stdout}${run.stderr}`);
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, inputs);
}

function fingerprint(prisma: string): string {
  const hash = createHash("sha256").update(readFileSync(prisma));
  const folder = path.join(root, "prisma/schema");
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(path.join(folder, name)));
  return hash.digest("hex");
}

function readStamp(): string {
  try {
    return readFileSync(stampFile, "utf8");
  } catch {
    return "";
  }
}

generate();
