import { useLoaderData } from "@remix-run/react";
import { entryNumber, listEntries } from "#app/domain/record/queries.server.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { PreviousNext } from "#app/ui/lists/pagination.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { EntryTable } from "#app/ui/record/entry-table.tsx";
import { publicLoader } from "#app/web/guard.server.ts";

const PER_PAGE = 50;

export const loader = publicLoader(async ({ url, t }) => {
  const before = entryNumber(url.searchParams.get("before"));
  const { items, more } = await listEntries(before, PER_PAGE);
  return { title: t("record:title"), description: t("record:lede"), items, more, newest: before === null };
});

export default function PublicRecord() {
  const { items, more, newest } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const last = items.at(-1);
  return (
    <Page crumbs={[{ label: t("record:title") }]}>
      <Head title={t("record:title")} lede={t("record:lede")} />
      <Section id="entries" title={t("record:entries")} aside={t("record:asOf")}>
        {items.length === 0 ? (
          <EmptyState title={t("record:none")}>{t("record:noneText")}</EmptyState>
        ) : (
          <EntryTable caption={t("record:entries")} entries={items} />
        )}
        <PreviousNext
          previousHref={newest ? undefined : `/${lang}/record`}
          nextHref={more && last ? `/${lang}/record?before=${last.entryNo}` : undefined}
        />
      </Section>
    </Page>
  );
}
