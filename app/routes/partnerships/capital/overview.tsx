import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sharesAsOf } from "#app/domain/partnerships/agreements/queries.server.ts";
import { confirmer, decliner } from "#app/domain/partnerships/capital/capital.policy.ts";
import { entriesOf } from "#app/domain/record/queries.server.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { AnswerForms } from "#app/ui/partnerships/capital/answer-forms.tsx";
import { CapitalSection } from "#app/ui/partnerships/capital/capital-section.tsx";
import { ReleaseForms } from "#app/ui/partnerships/capital/release-forms.tsx";
import { memberAction, memberLoader, sendBack } from "#app/web/guard.server.ts";
import { actOnCapital, releasesOf } from "#app/web/partnerships/capital-act.server.ts";
import { capitalPage } from "#app/web/partnerships/capital-page.server.ts";
import { entryIndex } from "#app/web/partnerships/entry-index.server.ts";
import { capitalView } from "#app/web/partnerships/money-view.server.ts";
import { sharesQuestion } from "#app/web/partnerships/partnership-view.server.ts";

export const loader = memberLoader(async ({ actor, params, url, lang, t }) => {
  const page = await capitalPage(actor, params, lang);
  const { partnership, agreement, money, today } = page;
  const question = sharesQuestion(url, agreement);
  const [shares, entries] = await Promise.all([
    page.isSigned ? sharesAsOf({ ...page.address, product: agreement.productCode, ...question }) : null,
    entriesOf("PARTNERSHIP", partnership.code),
  ]);
  const entryOf = entryIndex(entries, agreement.productCode);
  const waiting = money.events.filter(({ confirmedAt, declinedAt }) => confirmedAt === null && declinedAt === null);
  return {
    title: t("money:own.title"),
    ...{ product: page.product, manage: page.manage, here: page.here, isSigned: page.isSigned },
    mayRecord: page.isSigned && page.own.length > 0,
    capital: capitalView(shares?.ok ? shares.value : null, { ...page, money, today, entryOf }),
    releases: releasesOf(actor, page, t),
    waiting: waiting.flatMap((event) => {
      const changes = event.changes.map((one) => ({ party: one.memberId, amountVnd: BigInt(one.amountVnd) }));
      const facts = { ...event, changes };
      const mayConfirm = confirmer(actor, partnership.members, facts) !== null;
      const mayDecline = decliner(actor, partnership.members, facts) !== null;
      const isOwn = !mayConfirm && mayDecline;
      return mayDecline ? [{ number: event.number, mayConfirm, isOwn }] : [];
    }),
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const page = await capitalPage(actor, params, lang);
  const acted = await actOnCapital({ actor, address: page.address, form: await readForm(), lang });
  return acted.ok ? redirect(page.here) : sendBack(acted.form, acted.status);
});

export default function AgreementCapital() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { lang, t } = useLanguage();
  const steps = ["commit", "contribute", "move"] as const;
  return (
    <Page
      crumbs={[
        { label: t("partnerships:title"), href: `/${lang}/partnerships` },
        page.manage,
        { label: t("money:own.title") },
      ]}
    >
      <ErrorSummary form={form} />
      <Head title={t("money:own.title")} lede={`${page.product}. ${t("money:own.lede")}`}>
        {page.mayRecord ? (
          <p className="row actions">
            {steps.map((step, place) => (
              <a key={step} className={place === 0 ? "btn" : "btn alt"} href={`${page.here}/${step}`}>
                {t(`money:own.${step}`)}
              </a>
            ))}
          </p>
        ) : null}
      </Head>
      {page.isSigned ? null : <Notice>{t("money:own.unsigned")}</Notice>}
      <AnswerForms waiting={page.waiting} form={form} />
      <ReleaseForms releases={page.releases} form={form} />
      <CapitalSection capital={page.capital} base={`/${lang}/partnerships/${page.manage.label}`} />
    </Page>
  );
}
