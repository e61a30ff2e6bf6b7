import type { Response } from "express";

const TITLES: Record<number, string> = {
  400: "Bad Request",
  403: "Forbidden",
  405: "Method Not Allowed",
  411: "Length Required",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  421: "Misdirected Request",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

/** Answers before any page is asked: status, name and the request's id, to people as plain text, to programs as a problem. */
export function refuseRequest(res: Response, status: number, headers: Record<string, string> = {}): void {
  const title = TITLES[status] ?? "";
  const requestId = String(res.locals["requestId"]);
  res.status(status).set(headers);
  if (res.req.path.startsWith("/api/")) {
    res.type("application/problem+json").send(JSON.stringify({ type: "about:blank", title, status, requestId }));
  } else {
    res.type("text/plain; charset=utf-8").send(`${status} ${title}\n${requestId}\n`);
  }
}
