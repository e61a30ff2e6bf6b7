import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Request, RequestHandler, Response } from "express";
import { onCommit } from "#prisma/transaction.server.ts";

/** What another process wrote shows after this at the latest, what a clock at midnight changes too; what this process wrote, at once. */
const KEPT_FOR_MS = 1_000;
const MOST_PAGES = 500;
/** The areas that look the same to everybody who has not signed in; home is the one without a name. */
const AREAS = new Set([
  "",
  "catalogue",
  "challenges",
  "initiatives",
  "monitoring",
  "obligations",
  "organisations",
  "partnerships",
  "record",
  "results",
  "search",
]);

/** Called with a page that is whole and the same for everybody; whoever draws a page for one reader does not call it. */
export type KeepPage = (html: string) => void;

type Kept = { html: Buffer; zipped: Buffer };
type Entry = { page: Promise<Kept | null>; until: number };

const zip = promisify(gzip);

/**
 * Keeps the public pages that readers without a session ask for, and answers from memory: a page is drawn once, however
 * many ask for it at the same moment. Whatever a command of this process writes empties the memory. The page reaches it
 * through `res.locals.keepPage`.
 */
export function pageCache(): RequestHandler {
  const entries = new Map<string, Entry>();
  onCommit(() => entries.clear());
  return (req, res, next) => {
    if (!isForEverybody(req)) return next();
    const address = req.originalUrl;
    const known = entries.get(address);
    if (known && known.until > Date.now()) {
      known.page.then((page) => (page ? send(page, req, res) : next())).catch(next);
      return;
    }
    if (entries.size >= MOST_PAGES) entries.clear();
    const page = keptFrom(res);
    const entry = { page, until: Date.now() + KEPT_FOR_MS };
    entries.set(address, entry);
    void page.then((kept) => !kept && entries.get(address) === entry && entries.delete(address));
    next();
  };
}

function isForEverybody(req: Request): boolean {
  if (req.method !== "GET" || req.headers.authorization || req.headers.cookie?.includes("session=")) return false;
  const [, lang = "", area = ""] = req.path.split("/");
  return lang.length === 2 && AREAS.has(area) && !("_data" in req.query);
}

/** The page that this answer turns out to be; null where it ends without one. */
function keptFrom(res: Response): Promise<Kept | null> {
  return new Promise((resolve) => {
    let isKept = false;
    const keepPage: KeepPage = (html) => {
      isKept = true;
      const done = (zipped: Buffer) => resolve({ html: Buffer.from(html), zipped });
      zip(html).then(done, () => resolve(null));
    };
    res.locals["keepPage"] = keepPage;
    res.once("close", () => isKept || resolve(null));
  });
}

function send(page: Kept, req: Request, res: Response): void {
  res.set({ "Content-Type": "text/html; charset=utf-8", "Cache-Control": "private, no-cache" }).vary("Accept-Encoding");
  if (req.acceptsEncodings("gzip")) res.set("Content-Encoding", "gzip").end(page.zipped);
  else res.end(page.html);
}
