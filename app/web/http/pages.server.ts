import { createRequestHandler, type GetLoadContextFunction } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import { isLanguage } from "#app/platform/languages/languages.ts";

type Pages = {
  /** Remix's server build, or how to get the newest one in development */
  build: ServerBuild | (() => Promise<ServerBuild>);
  mode: "production" | "development";
  getLoadContext: GetLoadContextFunction;
};

/**
 * Answers with Remix. It tries every route of its build several times a request, so each area of the portal gets a
 * handler of its own over the routes of that area; an address of no area is answered over all of them.
 */
export function pages({ build, mode, getLoadContext }: Pages): RequestHandler {
  const all = createRequestHandler({ build, mode, getLoadContext });
  if (typeof build === "function") return all;
  const areas = new Map<string, RequestHandler>();
  for (const area of new Set(Object.values(build.routes).map((route) => areaOfRoute(route?.path)))) {
    if (area) areas.set(area, createRequestHandler({ build: only(build, area), mode, getLoadContext }));
  }
  return (req, res, next) => (areas.get(areaOfAddress(req.path)) ?? all)(req, res, next);
}

/** `initiatives` of `:lang/initiatives/:code`, `files` of `files/results/:file`; none for root, home, and what stands for anything. */
function areaOfRoute(pattern: string | undefined): string | null {
  const [first = "", second = ""] = (pattern ?? "").split("/");
  const name = first === ":lang" ? second : first;
  return /^[a-z]+$/.test(name) ? name : null;
}

function areaOfAddress(path: string): string {
  const [, first = "", second = ""] = path.split("/");
  return (isLanguage(first) ? second : first).toLowerCase();
}

/** The build with the routes of one area, and those that belong to none: the root and the page for what does not exist. */
function only(build: ServerBuild, area: string): ServerBuild {
  const isKept = (route: { path?: string | undefined } | undefined) => [area, null].includes(areaOfRoute(route?.path));
  const pick = <Route extends { path?: string | undefined } | undefined>(routes: Record<string, Route>) =>
    Object.fromEntries(Object.entries(routes).filter(([, route]) => isKept(route)));
  return { ...build, routes: pick(build.routes), assets: { ...build.assets, routes: pick(build.assets.routes) } };
}
