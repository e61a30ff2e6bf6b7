import { listNewest } from "#app/domain/obligations/board/queries.server.ts";
import { formatter } from "#app/platform/languages/format.ts";
import { dutyWords, handWords, subjectWords } from "#app/ui/board/board-words.ts";
import { atom } from "#app/web/feed.server.ts";
import { publicLoader } from "#app/web/guard.server.ts";
import { boardFilterOf, boardQuery } from "#app/web/obligations/board-filter.ts";

const NEWEST = 50;

/** What was opened last, or done last with `view=done`; the filters are those of the board. */
export const loader = publicLoader(async (page) => {
  const { lang, t } = page;
  const filter = boardFilterOf(page.url);
  const format = formatter(lang);
  const query = boardQuery(filter).toString();
  const items = await listNewest(filter, NEWEST);
  return atom(page, {
    title: `${t("frame:name")}: ${t("obligations:feedTitle")}`,
    description: t("obligations:lede"),
    path: `/${lang}/obligations${query && `?${query}`}`,
    items: items.map((item) => {
      const { dueOn, endedOn, clock } = item;
      const said = endedOn ? "feedDone" : dueOn === null ? "feedStands" : "feedOpen";
      return {
        path: `/${lang}/obligations/${item.id}`,
        title: t("obligations:feedItem", { what: dutyWords(t, item.kind), subject: subjectWords(t, item) }),
        text: t(`obligations:${said}`, {
          who: handWords(t, lang, item.debtor),
          due: dueOn ? format.date(dueOn) : "",
          original: format.date(item.originalDueOn),
          ended: endedOn ? format.date(endedOn) : "",
          state: t(`clock:state.${clock.state}`),
        }),
        at: new Date(`${endedOn ?? item.openedOn}T00:00:00+07:00`),
      };
    }),
  });
});
