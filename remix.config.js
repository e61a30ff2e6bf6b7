/** The one home of every Remix option; vite.config.ts passes it on. */
/** @type {import('@remix-run/dev').VitePluginConfig} */
export default {
  appDirectory: "app",
  buildDirectory: "build",
  serverModuleFormat: "esm",
  ignoredRouteFiles: ["**/*"],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    // Off for good: both carry known denial-of-service faults on Remix v2 (docs/decisions/001).
    v3_singleFetch: false,
    v3_lazyRouteDiscovery: false,
  },
};
