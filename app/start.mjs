// `npm start`: builds where the sources changed since the last build, then runs the portal from that build.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const STAMP = "build/stamp";
const SOURCES = ["app", "search", "prisma", "public", "package-lock.json", "vite.config.ts", "remix.config.js"];

/** Changes whenever a source file does: names, sizes and times of all of them. */
function fingerprint() {
  const hash = createHash("sha256");
  for (const source of SOURCES) add(source, hash);
  return hash.digest("hex");
}

/** @param {string} entry @param {import("node:crypto").Hash} hash */
function add(entry, hash) {
  if (entry.startsWith(path.join("prisma", "migrations"))) return;
  const stat = statSync(entry, { throwIfNoEntry: false });
  if (!stat) return;
  if (!stat.isDirectory()) hash.update(`${entry}\0${stat.size}\0${stat.mtimeMs}\n`);
  else for (const name of readdirSync(entry).sort()) add(path.join(entry, name), hash);
}

export async function buildIfStale() {
  const now = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === now) return;
  process.stdout.write("Building …\n");
  const { build } = await import("vite");
  await build({ logLevel: "warn", mode: "production" });
  await build({ logLevel: "warn", mode: "production", build: { ssr: true } });
  writeFileSync(STAMP, fingerprint());
}

if (process.argv[1] === import.meta.filename) {
  const source = { ...process.env };
  // A container carries the build and not its sources.
  if (!process.argv.includes("--built")) await buildIfStale();
  if (!process.argv.includes("--build-only")) {
    // The portal reads its configuration as it was given; React and Express are always at their production speed.
    process.env["NODE_ENV"] = "production";
    const load = (/** @type {string} */ name) => import(pathToFileURL(path.resolve(`build/server/${name}.js`)).href);
    if (process.argv.includes("--worker")) await (await load("worker")).run({ source });
    else {
      const [{ run }, build] = await Promise.all([load("server"), load("index")]);
      await run({ build, clientFolder: path.resolve("build/client"), source });
    }
  }
}
