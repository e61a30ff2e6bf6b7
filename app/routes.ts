import { index, prefix, type RouteConfig, route } from "@remix-run/route-config";

/** Every address of the portal and the one file that answers it. */
export default [
  index("routes/entrance.ts"),
  ...prefix(":lang", [index("routes/home.tsx")]),
  route("*", "routes/nowhere.tsx"),
] satisfies RouteConfig;
