import { listPartnerships } from "#app/domain/partnerships/queries.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { atom } from "#app/web/feed.server.ts";
import { publicLoader } from "#app/web/guard.server.ts";

const NEWEST = 30;

/** The newest public partnerships as an Atom feed. */
export const loader = publicLoader(async ({ request, url, lang, t }) => {
  const { items } = await listPartnerships({}, { limit: NEWEST });
  return atom(
    { request, url, lang },
    {
      title: t("partnerships:title"),
      description: t("partnerships:lede"),
      path: `/${lang}/partnerships`,
      items: items.map(({ code, title, description, publishedAt }) => ({
        path: `/${lang}/partnerships/${code}`,
        title: `${code}: ${pickText(title, lang)?.text ?? ""}`,
        text: pickText(description, lang)?.text ?? "",
        at: new Date(publishedAt),
      })),
    },
  );
});
