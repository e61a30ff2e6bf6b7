import { useLoaderData } from "@remix-run/react";
import { latestHead } from "#app/domain/record/proofs/queries.server.ts";
import { entryNumber, listEntries, readNewest, subjectIn } from "#app/domain/record/queries.server.ts";
import { environment } from "#app/platform/environment.server.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { FirstNext } from "#app/ui/lists/pagination.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { EntryTable } from "#app/ui/record/entry-table.tsx";
import { NewestSeal } from "#app/ui/record/seal-parts.tsx";
import { publicLoader } from "#app/web/guard.server.ts";

const PER_PAGE = 50;

export const loader = publicLoader(async ({ url, t }) => {
  const before = entryNumber(url.searchParams.get("before"));
  const subject = subjectIn(url.searchParams.get("subject"));
  const isFirst = before === null;
  const [{ items, more }, head, { waiting }] = await Promise.all([
    listEntries(before, PER_PAGE, subject),
    latestHead(),
    readNewest(),
  ]);
  const title = subject ? t("record:of", { subject }) : t("record:title");
  return {
    ...{ title, description: t("record:lede"), subject, items, more, isFirst, head, waiting },
    origin: environment().baseUrl,
  };
});

export default function PublicRecord() {
  const { items, more, isFirst, head, waiting, origin, subject, title } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const last = items.at(-1);
  const all = subject ? `/${lang}/record?subject=${subject}` : `/${lang}/record`;
  return (
    <Page
      crumbs={subject ? [{ label: t("record:title"), href: `/${lang}/record` }, { label: title }] : [{ label: title }]}
    >
      <Head title={title} lede={t("record:lede")} />
      {isFirst && !subject ? <NewestSeal head={head} waiting={waiting} origin={origin} /> : null}
      <Section id="entries" title={t("record:entries")} aside={t("record:asOf")}>
        {items.length === 0 ? (
          <EmptyState title={t("record:none")}>{t("record:noneText")}</EmptyState>
        ) : (
          <EntryTable caption={t("record:entries")} entries={items} />
        )}
        <FirstNext
          firstHref={isFirst ? undefined : all}
          nextHref={more && last ? `${all}${subject ? "&" : "?"}before=${last.entryNo}` : undefined}
        />
      </Section>
    </Page>
  );
}
