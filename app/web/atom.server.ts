import type { Language } from "#app/platform/languages/languages.ts";

/** One thing of a feed. `href` is a path on this site; instants are RFC 3339. */
export type FeedEntry = { id: string; title: string; lang: Language; summary: string; href: string; at: string };

/** A list as a feed: newest first. `path` is the feed's own address, `page` that of the list it stands for. */
export type Feed = { title: string; lang: Language; origin: string; path: string; page: string; entries: FeedEntry[] };

/** An Atom feed (RFC 4287), which anybody may keep for five minutes. */
export function atomResponse(feed: Feed): Response {
  const { origin } = feed;
  const newest = feed.entries[0]?.at ?? "2025-01-01T00:00:00Z";
  const entries = feed.entries.map(
    (entry) => `
  <entry>
    <id>${xmlText(`${origin}${entry.href}#${entry.id}`)}</id>
    <title type="text" xml:lang="${entry.lang}">${xmlText(entry.title)}</title>
    <link rel="alternate" type="text/html" href="${xmlText(origin + entry.href)}"/>
    <published>${xmlText(entry.at)}</published>
    <updated>${xmlText(entry.at)}</updated>
    <summary type="text" xml:lang="${entry.lang}">${xmlText(entry.summary)}</summary>
  </entry>`,
  );
  const text = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.lang}">
  <id>${xmlText(origin + feed.path)}</id>
  <title type="text">${xmlText(feed.title)}</title>
  <author><name>Ba Nhà</name></author>
  <link rel="self" type="application/atom+xml" href="${xmlText(origin + feed.path)}"/>
  <link rel="alternate" type="text/html" href="${xmlText(origin + feed.page)}"/>
  <updated>${xmlText(newest)}</updated>${entries.join("")}
</feed>
`;
  return new Response(text, {
    headers: { "Content-Type": "application/atom+xml; charset=utf-8", "Cache-Control": "public, max-age=300" },
  });
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text as XML takes it: marks escaped, control characters, which XML cannot hold at all, left out. */
function xmlText(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replaceAll(/[&<>"']/g, (mark) => ENTITIES[mark] ?? "")
  );
}
