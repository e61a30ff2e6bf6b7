import { subjectAt } from "#app/domain/notices/subject.ts";
import { subjectPath } from "#app/domain/obligations/board.ts";
import { newestOf } from "#app/domain/record/queries.server.ts";
import { entryKind, entryWho } from "#app/ui/record/entry-words.ts";
import { atom } from "#app/web/feed.server.ts";
import { notFound, publicLoader } from "#app/web/guard.server.ts";

const MOST_ENTRIES = 50;

/** What happened to one initiative, partnership, result, organisation or challenge: its entries of the public record. */
export const loader = publicLoader(async (page) => {
  const { lang, t, url } = page;
  const subject = subjectAt(url.pathname);
  const entries = subject ? await newestOf(subject.type, subject.code, MOST_ENTRIES) : [];
  if (!subject || entries.length === 0) throw notFound();
  const name = t("notices:feed.title", { what: t(`obligations:subject.${subject.type}`), code: subject.code });
  return atom(page, {
    title: name,
    description: t("notices:feed.text"),
    path: `/${lang}${subjectPath(subject.type, subject.code) ?? ""}`,
    items: entries.map((entry) => ({
      path: `/${lang}/record/${entry.entryNo}`,
      title: `${subject.code}: ${entryKind(t, entry.kind)}`,
      text: entryWho(t, entry),
      at: new Date(entry.at),
    })),
  });
});
