import { createHash } from "node:crypto";
import { Feed } from "feed";
import { environment } from "#app/platform/environment.server.ts";
import type { Language } from "#app/platform/languages/languages.ts";

/** One thing in a feed. `path` is its address behind the origin, and with it its name for ever; `html` is none. */
export type FeedItem = { path: string; title: string; text: string; at: Date };

export type FeedContent = {
  title: string;
  description: string;
  /** address, behind the origin, of the page that says the same */
  path: string;
  /** newest first */
  items: readonly FeedItem[];
};

const MAX_AGE_SECONDS = 300;

/** An Atom feed in the language of its address: with ETag, 304 where nothing changed, kept for five minutes. */
export function atom(page: { request: Request; url: URL; lang: Language }, content: FeedContent): Response {
  const { pathname, search } = page.url;
  const origin = environment().baseUrl;
  const feed = new Feed({
    id: `${origin}${pathname}${search}`,
    title: content.title,
    description: content.description,
    language: page.lang,
    link: `${origin}${content.path}`,
    feedLinks: { atom: `${origin}${pathname}${search}` },
    author: { name: "Ba Nhà", link: origin },
    generator: false,
    updated: content.items[0]?.at ?? new Date(0),
  });
  for (const { path, title, text, at } of content.items) {
    const link = `${origin}${path}`;
    feed.addItem({ id: link, link, title, description: text, date: at });
  }
  const body = feed.atom1();
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const headers = {
    "Content-Type": "application/atom+xml; charset=utf-8",
    "Cache-Control": `public, max-age=${MAX_AGE_SECONDS}`,
    ETag: etag,
  };
  const known = page.request.headers.get("If-None-Match")?.split(",") ?? [];
  const same = known.some((one) => one.trim().replace(/^W\//, "") === etag);
  return same ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}
