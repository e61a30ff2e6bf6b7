import path from "node:path";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type NextFunction, type Request, type RequestHandler, type Response } from "express";
import { log } from "#app/platform/log.server.ts";
import { requestGuards } from "#app/web/http/guard.server.ts";
import { identify, lastPolicyWins, securityHeaders } from "#app/web/http/headers.server.ts";
import { healthz, type Readiness, readyz } from "#app/web/http/health.server.ts";
import { pageCache } from "#app/web/http/page-cache.server.ts";
import { pages } from "#app/web/http/pages.server.ts";
import { refuseRequest } from "#app/web/http/refuse.server.ts";

export type HttpOptions = {
  baseUrl: string;
  production: boolean;
  trustedProxies: string[];
  /** Remix's server build, or how to get the newest one in development */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** where the browser's files lie; null in development, where `assets` serves them */
  clientFolder: string | null;
  assets?: RequestHandler;
  readiness: Readiness;
};

/** The HTTP side of the process, from the first guard to the last-resort handler. */
export function httpApp(options: HttpOptions): Express {
  const app = express();
  app.disable("x-powered-by").disable("etag");
  app.set("trust proxy", options.trustedProxies.length > 0 ? options.trustedProxies : false);
  app.use(identify, logged, ...securityHeaders(options.baseUrl), ...requestGuards(options));
  app.get("/healthz", healthz).get("/readyz", readyz(options.readiness));
  app.use(compression());
  if (options.clientFolder) serveFiles(app, options.clientFolder);
  if (options.assets) app.use(options.assets);
  app.use(
    lastPolicyWins,
    pageCache(),
    pages({ ...options, mode: options.clientFolder ? "production" : "development", getLoadContext }),
  );
  app.use(lastResort);
  return app;
}

function getLoadContext(req: Request, res: Response) {
  const { requestId, nonce, keepPage } = res.locals;
  return { requestId: String(requestId), nonce: String(nonce), clientAddress: req.ip ?? "", keepPage };
}

function serveFiles(app: Express, folder: string): void {
  const options = { index: false, redirect: false, dotfiles: "ignore" as const };
  app.use("/assets", express.static(path.join(folder, "assets"), { ...options, immutable: true, maxAge: "1y" }));
  app.use("/fonts", express.static(path.join(folder, "fonts"), { ...options, maxAge: "30d" }));
  app.use(express.static(folder, { ...options, maxAge: "1h" }));
}

function logged(req: Request, res: Response, next: NextFunction): void {
  const started = performance.now();
  res.on("finish", () => {
    const elapsedMs = Math.round(performance.now() - started);
    log.info({
      requestId: res.locals["requestId"],
      method: req.method,
      path: req.path,
      status: res.statusCode,
      elapsedMs,
    });
  });
  next();
}

function lastResort(error: unknown, _req: Request, res: Response, next: NextFunction): void {
  log.error({ requestId: res.locals["requestId"], err: error }, "a request failed outside any page");
  if (res.headersSent) next(error);
  else refuseRequest(res, statusOf(error));
}

function statusOf(error: unknown): number {
  const status = typeof error === "object" && error !== null && "status" in error ? Number(error.status) : 500;
  return status >= 400 && status < 500 ? status : 500;
}
