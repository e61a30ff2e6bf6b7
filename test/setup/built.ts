import { execFileSync } from "node:child_process";

/** Vitest runs this once before the journeys: builds the portal where its sources changed, as `npm run build` does. */
export default function setup(): void {
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production" };
  execFileSync(process.execPath, ["app/start.mjs", "--build-only"], { env, stdio: "inherit" });
}
