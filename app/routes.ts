import { index, prefix, type RouteConfig, route } from "@remix-run/route-config";

/** Every address of the portal and the one file that answers it. */
export default [
  index("routes/entrance.ts"),
  ...prefix(":lang", [
    index("routes/home.tsx"),
    route("obligations", "routes/obligations.tsx"),
    route("record", "routes/record/list.tsx"),
    route("record/:entry", "routes/record/entry.tsx"),
    route("monitoring", "routes/monitoring.tsx"),
  ]),
  ...prefix("api/v1", [route("simulations/:kind", "routes/api/simulations.ts")]),
  route("*", "routes/nowhere.tsx"),
] satisfies RouteConfig;
