import { listChallenges } from "#app/domain/initiatives/challenges/queries.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { atom } from "#app/web/feed.server.ts";
import { publicLoader } from "#app/web/guard.server.ts";

const NEWEST = 50;
const EVERYTHING = { views: [], products: [], provinces: [], houses: [], text: "" } as const;

/** The newest challenges. */
export const loader = publicLoader(async (page) => {
  const { lang, t } = page;
  const { items } = await listChallenges(EVERYTHING, { limit: NEWEST });
  return atom(page, {
    title: `${t("frame:name")}: ${t("challenges:title")}`,
    description: t("challenges:lede"),
    path: `/${lang}/challenges`,
    items: items.map((item) => ({
      path: `/${lang}/challenges/${item.code}`,
      title: pickText(item.title, lang)?.text ?? item.code,
      text: item.problem,
      at: new Date(item.publishedAt),
    })),
  });
});
