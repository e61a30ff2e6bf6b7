// `npm run dev`: the portal from its sources, with hot reload.
import { createServer } from "vite";

const source = { ...process.env };
const vite = await createServer({ server: { middlewareMode: true }, appType: "custom" });
const { run } = await vite.ssrLoadModule("/app/server.ts");
const build = () => vite.ssrLoadModule("virtual:remix/server-build");
await run({ build, clientFolder: null, assets: vite.middlewares, source });
