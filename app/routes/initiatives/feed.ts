import { listPublic } from "#app/domain/initiatives/queries.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { stateWords } from "#app/ui/initiatives/initiative-row.tsx";
import { atom } from "#app/web/feed.server.ts";
import { publicLoader } from "#app/web/guard.server.ts";

const NEWEST = 50;

/** The newest decisions on initiatives, and what was opened before its decision. */
export const loader = publicLoader(async (page) => {
  const { lang, t } = page;
  const items = await listPublic(NEWEST);
  return atom(page, {
    title: `${t("frame:name")}: ${t("initiatives:list.title")}`,
    description: t("initiatives:list.lede"),
    path: `/${lang}/initiatives`,
    items: items.map((item) => {
      const state = stateWords(item.state, t);
      const title = item.title && pickText(item.title, lang);
      return {
        path: `/${lang}/initiatives/${item.code}`,
        title: `${state}: ${title?.text ?? item.code}`,
        text: (item.abstract && pickText(item.abstract, lang)?.text) ?? "",
        at: new Date(`${item.decidedOn ?? item.publicOn}T00:00:00+07:00`),
      };
    }),
  });
});
