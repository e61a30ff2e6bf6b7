// Adds to package-lock.json the optional packages of other platforms that the registry at hand did not serve while the
// lock was written. Without them `npm ci` refuses the lock ("Missing: … from lock file"). Run after every `npm install`.
import { readFileSync, writeFileSync } from "node:fs";

const OS = ["android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32", "aix"];
const CPU = [
  "arm64",
  "arm",
  "x64",
  "ia32",
  "ppc64",
  "riscv64",
  "s390x",
  "loong64",
  "loongarch64",
  "mips64el",
  "wasm32",
];

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const packages = lock.packages;

function resolves(from, name) {
  for (let dir = from; ; dir = dir.slice(0, Math.max(0, dir.lastIndexOf("/node_modules/")))) {
    if (packages[dir ? `${dir}/node_modules/${name}` : `node_modules/${name}`]) return true;
    if (dir === "" || !dir.includes("/node_modules/")) return Boolean(packages[`node_modules/${name}`]);
  }
}

let added = 0;
for (const [path, entry] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (resolves(path, name) || !/^\d+\.\d+\.\d+/.test(version)) continue;
    const words = name.split(/[^a-z0-9]+/);
    const os = OS.find((o) => words.includes(o));
    const cpu = CPU.find((c) => words.includes(c)) ?? (words.includes("musleabihf") ? "arm" : undefined);
    const missing = { version, ...(cpu && { cpu: [cpu] }), ...(entry.dev && { dev: true }), optional: true };
    if (os) missing.os = [os];
    if (os === "linux" && words.some((w) => w.startsWith("musl"))) missing.libc = ["musl"];
    if (os === "linux" && words.some((w) => w.startsWith("gnu"))) missing.libc = ["glibc"];
    const home = packages[`node_modules/${name}`] ? `${path}/node_modules/${name}` : `node_modules/${name}`;
    packages[home] = missing;
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} entries added\n`);
