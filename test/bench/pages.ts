// How fast reading pages are, beside the cheapest answer of the same process: npm run bench -- pages
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import autocannon from "autocannon";

const PORT = "3921";
const URL_OF_PORTAL = `http://localhost:${PORT}`;
const PAGES = [
  "/healthz",
  "/vi",
  "/vi/initiatives",
  "/vi/partnerships",
  "/vi/results",
  "/vi/obligations",
  "/vi/search?q=dat+hiem",
];

const dataFolder = await mkdtemp(path.join(tmpdir(), "ba-nha-bench-"));
const child = spawn(process.execPath, ["app/start.mjs"], {
  env: { ...process.env, NODE_ENV: "test", PORT, DATA_FOLDER: dataFolder, LOG_LEVEL: "fatal" },
  stdio: ["ignore", "inherit", "inherit"],
});

try {
  await ready();
  const rows = [];
  for (const page of PAGES) {
    await autocannon({ url: URL_OF_PORTAL + page, connections: 10, duration: 2 });
    const { requests, latency, non2xx } = await autocannon({ url: URL_OF_PORTAL + page, connections: 10, duration: 6 });
    rows.push({ page, perSecond: Math.round(requests.average), p50Ms: latency.p50, p99Ms: latency.p99, non2xx });
  }
  const cheapest = rows[0]?.perSecond ?? 1;
  console.table(rows.map((row) => ({ ...row, timesHealthz: (cheapest / row.perSecond).toFixed(1) })));
} finally {
  child.kill("SIGTERM");
  await new Promise((resolve) => child.once("exit", resolve));
  await rm(dataFolder, { recursive: true, force: true });
}

async function ready(): Promise<void> {
  for (let tries = 0; tries < 1200; tries += 1) {
    const answer = await fetch(`${URL_OF_PORTAL}/readyz`).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the portal did not become ready");
}
