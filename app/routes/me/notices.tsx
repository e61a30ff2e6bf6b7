import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useContext } from "react";
import { markRead } from "#app/domain/notices/mark-read.server.ts";
import { readSchema } from "#app/domain/notices/notice.schema.ts";
import { listNotices, noticeNumber } from "#app/domain/notices/queries.server.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { FirstNext } from "#app/ui/lists/pagination.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { MarkRead, NoticeGroups } from "#app/ui/notices/notice-groups.tsx";
import { ReaderContext } from "#app/ui/reader.ts";
import { parseForm } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";

const PER_PAGE = 50;

export const loader = memberLoader(async ({ t, url, actor }) => {
  const before = noticeNumber(url.searchParams.get("before"));
  const { items, next } = await listNotices(actor.personId, { limit: PER_PAGE, before });
  return { title: t("notices:title"), items, next, isFirst: before === null };
});

export const action = memberAction(async ({ readForm, lang, actor }) => {
  const parsed = parseForm(await readForm(), readSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const upTo = noticeNumber(parsed.value.upTo);
  if (upTo === null) throw notFound();
  await markRead(actor, { upTo, code: parsed.value.code || null });
  return redirect(`/${lang}/me/notices`);
});

export default function Notices() {
  const { items, next, isFirst } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const unread = useContext(ReaderContext)?.unread ?? 0;
  return (
    <Page crumbs={[{ label: t("accounts:me.title"), href: `/${lang}/me` }, { label: t("notices:title") }]}>
      <ErrorSummary form={form} labels={{}} />
      <Head title={t("notices:title")} lede={t("notices:lede")}>
        <p className="row s">
          <a href={`/${lang}/me/follows`}>{t("notices:follows.title")}</a>
          <a href={`/${lang}/me/notices/preferences`}>{t("notices:preferences.title")}</a>
        </p>
      </Head>
      {items.length === 0 ? (
        <EmptyState
          title={t("notices:none")}
          action={{ href: `/${lang}/me/follows`, label: t("notices:follows.title") }}
        >
          {t("notices:noneText")}
        </EmptyState>
      ) : (
        <Section id="news" title={unread > 0 ? t("notices:unread", { count: unread }) : t("notices:allRead")}>
          {isFirst && unread > 0 ? <MarkRead upTo={items[0]?.id ?? ""} /> : null}
          <NoticeGroups notices={items} marking />
        </Section>
      )}
      <FirstNext
        firstHref={isFirst ? undefined : `/${lang}/me/notices`}
        nextHref={next ? `/${lang}/me/notices?before=${next}` : undefined}
      />
    </Page>
  );
}
