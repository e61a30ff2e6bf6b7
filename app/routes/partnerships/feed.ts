import { listPartnerships } from "#app/domain/partnerships/queries.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { atomResponse } from "#app/web/atom.server.ts";
import { publicLoader } from "#app/web/guard.server.ts";

const NEWEST = 30;

/** The newest public partnerships as an Atom feed. */
export const loader = publicLoader(async ({ url, lang, t }) => {
  const { items } = await listPartnerships({}, { limit: NEWEST });
  return atomResponse({
    title: t("partnerships:title"),
    lang,
    origin: url.origin,
    path: url.pathname,
    page: `/${lang}/partnerships`,
    entries: items.map(({ code, title, description, publishedAt }) => {
      const [name, text] = [pickText(title, lang), pickText(description, lang)];
      return {
        id: code,
        title: `${code}: ${name?.text ?? ""}`,
        lang: name?.lang ?? lang,
        summary: text?.text ?? "",
        href: `/${lang}/partnerships/${code}`,
        at: publishedAt,
      };
    }),
  });
});
