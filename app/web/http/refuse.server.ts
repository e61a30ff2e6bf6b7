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

/** Answers before any page is asked: plain text with the status, its name and the request's id. */
export function refuseRequest(res: Response, status: number, headers: Record<string, string> = {}): void {
  res.status(status).set(headers).type("text/plain; charset=utf-8");
  res.send(`${status} ${TITLES[status] ?? ""}\n${String(res.locals["requestId"])}\n`);
}
