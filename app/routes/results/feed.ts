import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { listResults } from "#app/domain/results/queries.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { atom } from "#app/web/feed.server.ts";
import { publicLoader } from "#app/web/guard.server.ts";

const MOST_ENTRIES = 50;

/** The newest published results as an Atom feed. */
export const loader = publicLoader(async (page) => {
  const { lang, t } = page;
  const { items } = await listResults(await loadCatalogue(), {}, { limit: MOST_ENTRIES });
  return atom(page, {
    title: t("results:title"),
    description: t("results:lede"),
    path: `/${lang}/results`,
    items: items.map((it) => ({
      path: `/${lang}/results/${it.code}`,
      title: pickText(it.title, lang)?.text ?? it.code,
      text: pickText(it.teaser, lang)?.text ?? "",
      at: new Date(it.publishedAt),
    })),
  });
});
