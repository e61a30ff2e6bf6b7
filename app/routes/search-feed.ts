import { pickText } from "#app/platform/languages/texts.ts";
import { atom } from "#app/web/feed.server.ts";
import { publicLoader } from "#app/web/guard.server.ts";
import { searchToSave } from "#app/web/search/saved-search.server.ts";
import { find } from "#search/find.server.ts";
import { unmarked } from "#search/snippet.ts";

const MOST_ENTRIES = 50;

/** What a search finds, the newest first, as an Atom feed at the address of the search. */
export const loader = publicLoader(async (page) => {
  const { lang, t, url } = page;
  const { name, address, asked } = await searchToSave(url.search.slice(1), lang);
  const { hits, corrected, relaxed, guessed } = await find({
    ...asked,
    sort: "newest",
    limit: MOST_ENTRIES,
    offset: 0,
    lang,
  });
  // What only nearly fits is not what was asked for.
  const found = corrected !== null || relaxed || guessed ? [] : hits;
  return atom(page, {
    title: t("search:titleFor", { text: name }),
    description: t("search:description"),
    path: `/${lang}/search?${address}`,
    items: found.map(({ path, code, title, snippet, parties, publishedAt }) => ({
      path: `/${lang}${path}`,
      title: `${code} · ${unmarked(title.text)}`,
      text: snippet ? unmarked(snippet.text) : (parties[0] && pickText(parties[0].name, lang)?.text) || "",
      at: new Date(publishedAt),
    })),
  });
});
