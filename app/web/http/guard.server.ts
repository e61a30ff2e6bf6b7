import type { NextFunction, Request, Response } from "express";
import { refuseRequest } from "#app/web/http/refuse.server.ts";

const METHODS = new Set(["GET", "HEAD", "POST", "OPTIONS"]);
const BODY_TYPES = ["application/x-www-form-urlencoded", "multipart/form-data", "application/json"];
const MAX_DISCARDED = 8 * 1024 * 1024;
const MAX_TEXT_BODY = 1_000_000;
/** ten files of 25 MB and the text beside them */
const MAX_UPLOAD_BODY = 261_000_000;
/**
 * Where a mail program ends the digest by one click (RFC 8058), from whatever origin: the secret of 256 bits in the
 * address is what it may, the answer depends on no cookie, and ending the digest is all it does.
 */
const ONE_CLICK = /^\/unsubscribe\/[\w-]{43}$/;
const LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"];

/**
 * The guards in front of every page, cheapest first: host, method, address, origin of writes, type and size of the
 * body. Each refusal already carries the security headers and the request's id.
 */
export function requestGuards(options: { baseUrl: string; production: boolean }) {
  const own = new URL(options.baseUrl);
  const hosts = new Set([own.hostname, ...(options.production ? [] : LOCAL_HOSTS)]);
  return [
    (req: Request, res: Response, next: NextFunction) =>
      hosts.has(hostName(req.headers.host)) ? next() : refuseRequest(res, 421),
    (req: Request, res: Response, next: NextFunction) =>
      METHODS.has(req.method) ? next() : refuseRequest(res, 405, { Allow: [...METHODS].join(", ") }),
    (req: Request, res: Response, next: NextFunction) => (isReadable(req.url) ? next() : refuseRequest(res, 400)),
    guardWrites(own, options.production),
  ];
}

function guardWrites(own: URL, production: boolean) {
  return (req: Request, res: Response, next: NextFunction) => {
    if (req.method !== "POST") return next();
    // Machines that carry a token, or ask for a calculation, are no browsers: they have no cookie to misuse.
    const machine = req.path.startsWith("/api/");
    if (!machine && !ONE_CLICK.test(req.path) && !comesFromUs(req, own, production)) return refuseRequest(res, 403);
    if (req.headers["content-length"] === undefined) return refuseRequest(res, 411);
    const length = Number(req.headers["content-length"]);
    const type =
      String(req.headers["content-type"] ?? "")
        .split(";")[0]
        ?.trim()
        .toLowerCase() ?? "";
    if (length > 0 && (!BODY_TYPES.includes(type) || (type === "application/json") !== machine))
      return refuseRequest(res, 415);
    const limit = type === "multipart/form-data" ? MAX_UPLOAD_BODY : MAX_TEXT_BODY;
    if (length <= limit) return next();
    const refuse = () => refuseRequest(res, 413, { Connection: "close" });
    // Who is cut off while sending never reads the answer: what is not monstrous is taken in and thrown away first.
    if (length > MAX_DISCARDED) return refuse();
    req.once("end", refuse).resume();
  };
}

/** A browser says where a form comes from; one that says nothing at all is taken for no browser only without cookies. */
function comesFromUs(req: Request, own: URL, production: boolean): boolean {
  const site = req.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  const { origin } = req.headers;
  if (origin === undefined) return site !== undefined || req.headers.cookie === undefined;
  if (!URL.canParse(origin)) return false;
  const sender = new URL(origin);
  if (sender.origin === own.origin) return true;
  return !production && LOCAL_HOSTS.includes(sender.hostname) && sender.host === req.headers.host;
}

function isReadable(url: string): boolean {
  if (url.length > 4_000) return false;
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what is looked for
    return !/\u0000/.test(decodeURIComponent(url.replaceAll("+", " ")));
  } catch {
    return false;
  }
}

function hostName(host: string | undefined): string {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : "";
}
