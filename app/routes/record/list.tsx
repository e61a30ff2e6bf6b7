import { useLoaderData } from "@remix-run/react";
import { latestHead } from "#app/domain/record/proofs/queries.server.ts";
import { entryNumber, listEntries, readNewest } from "#app/domain/record/queries.server.ts";
import { environment } from "#app/platform/environment.server.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { PreviousNext } from "#app/ui/lists/pagination.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { EntryTable } from "#app/ui/record/entry-table.tsx";
import { NewestSeal } from "#app/ui/record/seal-parts.tsx";
import { publicLoader } from "#app/web/guard.server.ts";

const PER_PAGE = 50;

export const loader = publicLoader(async ({ url, t }) => {
  const before = entryNumber(url.searchParams.get("before"));
  const isFirst = before === null;
  const [{ items, more }, head, { waiting }] = await Promise.all([
    listEntries(before, PER_PAGE),
    latestHead(),
    readNewest(),
  ]);
  return {
    ...{ title: t("record:title"), description: t("record:lede"), items, more, isFirst, head, waiting },
    origin: environment().baseUrl,
  };
});

export default function PublicRecord() {
  const { items, more, isFirst, head, waiting, origin } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const last = items.at(-1);
  return (
    <Page crumbs={[{ label: t("record:title") }]}>
      <Head title={t("record:title")} lede={t("record:lede")} />
      {isFirst ? <NewestSeal head={head} waiting={waiting} origin={origin} /> : null}
      <Section id="entries" title={t("record:entries")} aside={t("record:asOf")}>
        {items.length === 0 ? (
          <EmptyState title={t("record:none")}>{t("record:noneText")}</EmptyState>
        ) : (
          <EntryTable caption={t("record:entries")} entries={items} />
        )}
        <PreviousNext
          previousHref={isFirst ? undefined : `/${lang}/record`}
          nextHref={more && last ? `/${lang}/record?before=${last.entryNo}` : undefined}
        />
      </Section>
    </Page>
  );
}
