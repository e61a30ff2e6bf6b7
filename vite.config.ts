import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";

/** The server processes enter the server build beside Remix's own entry, so that all of them share one copy of every module. */
function processEntries(): Plugin {
  return {
    name: "ba-nha-process-entries",
    enforce: "post",
    config(_config, { command, isSsrBuild }) {
      if (command !== "build" || !isSsrBuild) return;
      return {
        build: {
          rollupOptions: {
            input: {
              index: "virtual:remix/server-build",
              server: "app/server.ts",
              worker: "app/worker.ts",
            },
            output: { entryFileNames: "[name].js" },
          },
        },
      };
    },
  };
}

export default defineConfig({
  plugins: [remix(remixConfig), processEntries()],
  build: { target: "es2022", assetsInlineLimit: 0, sourcemap: false },
  ssr: { target: "node" },
});
