// `npm run dev`: the portal from its sources, with hot reload.
import { createServer } from "vite";

const vite = await createServer({ server: { middlewareMode: true }, appType: "custom" });
const { run } = await vite.ssrLoadModule("/app/server.ts");
await run({
  build: () => vite.ssrLoadModule("virtual:remix/server-build"),
  clientFolder: null,
  assets: vite.middlewares,
});
