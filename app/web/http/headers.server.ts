import { randomBytes, randomUUID } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import helmet from "helmet";

/** Gives the request its id and its nonce, and forgets what an outsider claims about hosts and protocols. */
export function identify(req: Request, res: Response, next: NextFunction): void {
  res.locals["requestId"] = randomUUID();
  res.locals["nonce"] = randomBytes(16).toString("base64");
  res.set("X-Request-Id", res.locals["requestId"]);
  delete req.headers["x-forwarded-host"];
  delete req.headers["x-forwarded-proto"];
  next();
}

/** The policy of a page's content: no inline script, but on a hydrated page those that carry its nonce. */
export function contentPolicy(nonce: string | null): string {
  return [
    "default-src 'self'",
    `script-src 'self'${nonce ? ` 'nonce-${nonce}'` : ""}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/**
 * Lets a page's own content policy take the place of the general one. Remix's adapter appends the headers of a page, and
 * of two policies a browser obeys both: the nonce of a hydrated page would then count for nothing.
 */
export function lastPolicyWins(_req: Request, res: Response, next: NextFunction): void {
  const append = res.append.bind(res);
  res.append = (name, value) =>
    name.toLowerCase() === "content-security-policy" ? res.set(name, value) : append(name, value);
  next();
}

/** Security headers of every answer, refusals included. */
export function securityHeaders(baseUrl: string) {
  const https = baseUrl.startsWith("https:");
  const shared = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: https ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: "strict-origin-when-cross-origin" },
    xFrameOptions: { action: "deny" },
  });
  return [
    shared,
    (_req: Request, res: Response, next: NextFunction) => {
      res.set("Content-Security-Policy", contentPolicy(null));
      res.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
      next();
    },
  ];
}
