import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { forgetSearch, saveSearch } from "#app/domain/notices/searches/keep.server.ts";
import { listSearches } from "#app/domain/notices/searches/queries.server.ts";
import { forgetSearchSchema, saveSearchSchema } from "#app/domain/notices/searches/saved-search.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { memberAction, memberLoader, sendBack } from "#app/web/guard.server.ts";
import { sendRefusal } from "#app/web/limit.server.ts";
import { searchToSave } from "#app/web/search/saved-search.server.ts";

export const loader = memberLoader(async ({ t, actor }) => ({
  title: t("notices:searches.title"),
  searches: await listSearches(actor.personId),
}));

/** The button of the search page saves, the one of the list forgets; both lead to the list. */
export const action = memberAction(async ({ readForm, lang, actor }) => {
  const body = await readForm();
  if (body.get("intent") === "forget") {
    const forgotten = parseForm(body, forgetSearchSchema, lang);
    if (!forgotten.ok) return sendBack(forgotten.form);
    await forgetSearch(actor, forgotten.value.id);
    return redirect(`/${lang}/me/searches`);
  }
  const parsed = parseForm(body, saveSearchSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await saveSearch(actor, await searchToSave(parsed.value.address, lang));
  return outcome.ok ? redirect(`/${lang}/me/searches`) : sendRefusal(parsed.form, outcome, lang);
});

export default function Searches() {
  const { searches } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  return (
    <Page crumbs={[{ label: t("accounts:me.title"), href: `/${lang}/me` }, { label: t("notices:searches.title") }]}>
      <ErrorSummary form={form} labels={{}} />
      <Head title={t("notices:searches.title")} lede={t("notices:searches.lede")}>
        <p className="row s">
          <a href={`/${lang}/me/notices`}>{t("notices:title")}</a>
          <a href={`/${lang}/me/follows`}>{t("notices:follows.title")}</a>
          <a href={`/${lang}/me/notices/preferences`}>{t("notices:preferences.title")}</a>
        </p>
      </Head>
      {searches.length === 0 ? (
        <EmptyState
          title={t("notices:searches.none")}
          action={{ href: `/${lang}/search`, label: t("notices:searches.find") }}
        >
          {t("notices:searches.noneText")}
        </EmptyState>
      ) : (
        <ol className="list">
          {searches.map(({ id, name, address, since, told }) => (
            <li className="hit" key={id}>
              <h2 className="h-s">
                <a href={`/${lang}/search?${address}`}>{name}</a>
              </h2>
              <div className="meta">
                <span className="s soft">
                  {t("notices:searches.since", { date: format.date(format.dayOf(since)) })}
                  {told > 0 ? ` · ${t("notices:searches.told", { count: told })}` : null}
                </span>
                <a className="s" href={`/${lang}/search.atom?${address}`} type="application/atom+xml">
                  {t("notices:searches.feed")}
                </a>
                <form method="post" className="row">
                  <input type="hidden" name="id" value={id} />
                  <button className="btn alt sm" type="submit" name="intent" value="forget">
                    {t("notices:searches.stop")}
                    <span className="vh"> {name}</span>
                  </button>
                </form>
              </div>
            </li>
          ))}
        </ol>
      )}
    </Page>
  );
}
