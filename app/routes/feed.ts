import { subjectPath } from "#app/domain/obligations/board.ts";
import { listEntries } from "#app/domain/record/queries.server.ts";
import { entryKind, entrySubject, entryWho } from "#app/ui/record/entry-words.ts";
import { atom } from "#app/web/feed.server.ts";
import { publicLoader } from "#app/web/guard.server.ts";

const MOST_ENTRIES = 50;

/** What happened on the portal, newest first: the latest entries of the public record. */
export const loader = publicLoader(async (page) => {
  const { lang, t } = page;
  const { items } = await listEntries(null, MOST_ENTRIES);
  return atom(page, {
    title: t("home:feed.title"),
    description: t("home:feed.text"),
    path: `/${lang}`,
    items: items.map((entry) => ({
      path: `/${lang}/record/${entry.entryNo}`,
      title: `${entryKind(t, entry.kind)}: ${entrySubject(t, entry)}`,
      text: [entryWho(t, entry), subjectPath(entry.subjectType, entry.subjectCode) ? entry.subjectCode : null]
        .filter(Boolean)
        .join(" · "),
      at: new Date(entry.at),
    })),
  });
});
