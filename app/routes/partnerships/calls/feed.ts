import { EVERY_CALL, listCalls } from "#app/domain/partnerships/calls/queries.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { atom } from "#app/web/feed.server.ts";
import { publicLoader } from "#app/web/guard.server.ts";

const NEWEST = 50;

/** The newest calls and offers that take interests. */
export const loader = publicLoader(async (page) => {
  const { lang, t } = page;
  const { items } = await listCalls({ ...EVERY_CALL, views: ["open"] }, { limit: NEWEST });
  return atom(page, {
    title: `${t("frame:name")}: ${t("calls:title")}`,
    description: t("calls:lede"),
    path: `/${lang}/partnerships/calls`,
    items: items.map((item) => ({
      path: `/${lang}/partnerships/calls/${item.code}`,
      title: `${t(`calls:kind.${item.kind}`)}: ${pickText(item.title, lang)?.text ?? item.code}`,
      text: pickText(item.text, lang)?.text ?? "",
      at: new Date(item.publishedAt),
    })),
  });
});
