import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { listRepresented } from "#app/domain/partnerships/members/queries.server.ts";
import { proposeSchema } from "#app/domain/partnerships/partnership.schema.ts";
import { propose } from "#app/domain/partnerships/propose.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { ProposalForm } from "#app/ui/partnerships/manage/proposal-form.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, sendBack } from "#app/web/guard.server.ts";
import { acceptedInterest, foundingForm, otherSide } from "#app/web/partnerships/founding.server.ts";

export const loader = memberLoader(async ({ actor, lang, t, url }) => {
  const [catalogue, own, interest] = await Promise.all([
    loadCatalogue(),
    listRepresented(actor),
    acceptedInterest(actor, url),
  ]);
  const leads = own.filter(({ verified }) => verified);
  return {
    title: t("partnerships:propose.title"),
    leads: leads.map(({ id, names }) => ({ value: id, label: pickText(names, lang)?.text ?? id })),
    homeProvince: leads[0]?.provinceCode ?? null,
    provinces: catalogue.provinces.map(({ code, names }) => ({ value: code, label: names[lang] })),
    known: interest && foundingForm(interest),
  };
});

export const action = memberAction(async ({ actor, lang, url, readForm }) => {
  const parsed = parseForm(await readForm(), proposeSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await propose(actor, parsed.value);
  if (!outcome.ok) return sendBack(withRefusal(parsed.form, outcome, lang), 409);
  const interest = await acceptedInterest(actor, url);
  const invited = interest ? `?organisation=${otherSide(interest).id}#invite` : "";
  return redirect(`/${lang}/partnerships/${outcome.value.code}/manage${invited}`);
});

export default function ProposePartnership() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { lang, t } = useLanguage();
  const crumbs = [
    { label: t("partnerships:title"), href: `/${lang}/partnerships` },
    { label: t("partnerships:propose.title") },
  ];
  if (page.leads.length === 0)
    return (
      <Page crumbs={crumbs}>
        <div className="formpage">
          <h1>{t("partnerships:propose.title")}</h1>
          <EmptyState title={t("partnerships:propose.noOrganisation")}>
            {t("partnerships:propose.noOrganisationText")}
          </EmptyState>
        </div>
      </Page>
    );
  return (
    <Page crumbs={crumbs}>
      <div className="read formpage">
        {form ? <ErrorSummary form={form} /> : null}
        <h1>{t("partnerships:propose.title")}</h1>
        <p className="lede">{t("partnerships:propose.lede")}</p>
        <ProposalForm {...page} form={form ?? page.known ?? undefined} />
      </div>
    </Page>
  );
}
