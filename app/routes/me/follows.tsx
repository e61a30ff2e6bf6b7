import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { followSchema } from "#app/domain/notices/follows/follow.schema.ts";
import { follow, unfollow } from "#app/domain/notices/follows/follow.server.ts";
import { listFollowed } from "#app/domain/notices/follows/queries.server.ts";
import { readSubject } from "#app/domain/notices/subject.ts";
import { subjectPath } from "#app/domain/obligations/board.ts";
import { Text } from "#app/ui/foreign.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { FirstNext } from "#app/ui/lists/pagination.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { FollowForm } from "#app/ui/notices/follow-bar.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";

const PER_PAGE = 30;

export const loader = memberLoader(async ({ t, url, actor }) => ({
  title: t("notices:follows.title"),
  ...(await listFollowed(actor.personId, { limit: PER_PAGE, after: url.searchParams.get("after") })),
}));

/** The button of every page, and of the list itself; back to where it was pressed. */
export const action = memberAction(async ({ readForm, lang, actor }) => {
  const parsed = parseForm(await readForm(), followSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const { intent, type, code, from } = parsed.value;
  const subject = readSubject(type, code);
  if (!subject) throw notFound();
  const outcome = intent === "follow" ? await follow(actor, subject) : await unfollow(actor, subject);
  if (!outcome.ok) throw notFound();
  const back = from === "list" ? "/me/follows" : `${subjectPath(type, subject.code) ?? ""}#follow`;
  return redirect(`/${lang}${back}`);
});

export default function Follows() {
  const { items, next } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  return (
    <Page crumbs={[{ label: t("accounts:me.title"), href: `/${lang}/me` }, { label: t("notices:follows.title") }]}>
      <ErrorSummary form={form} labels={{}} />
      <Head title={t("notices:follows.title")} lede={t("notices:follows.lede")}>
        <p className="row s">
          <a href={`/${lang}/me/notices`}>{t("notices:title")}</a>
          <a href={`/${lang}/me/searches`}>{t("notices:searches.title")}</a>
          <a href={`/${lang}/me/notices/preferences`}>{t("notices:preferences.title")}</a>
        </p>
      </Head>
      {items.length === 0 ? (
        <EmptyState
          title={t("notices:follows.none")}
          action={{ href: `/${lang}/initiatives`, label: t("notices:follows.find") }}
        >
          {t("notices:follows.noneText")}
        </EmptyState>
      ) : (
        <ol className="list">
          {items.map((item) => (
            <li className="hit" key={item.type + item.code}>
              <p className="eyebrow">
                <span>{t(`obligations:subject.${item.type}`)}</span> <span className="nw">{item.code}</span>
              </p>
              <h2 className="h-s">
                <a href={`/${lang}${subjectPath(item.type, item.code)}`}>
                  {item.title ? <Text of={item.title} /> : item.code}
                </a>
              </h2>
              <div className="meta">
                <span className="s soft">
                  {t("notices:follows.since", { date: format.date(format.dayOf(item.since)) })}
                  {item.news ? ` · ${t("notices:follows.news", { time: format.dateTime(item.news) })}` : null}
                </span>
                <FollowForm subject={{ type: item.type, code: item.code }} follows from="list" />
              </div>
            </li>
          ))}
        </ol>
      )}
      <FirstNext nextHref={next ? `/${lang}/me/follows?after=${next}` : undefined} />
    </Page>
  );
}
