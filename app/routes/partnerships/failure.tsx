import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { declareFailed } from "#app/domain/partnerships/failing/declare.server.ts";
import { declarer } from "#app/domain/partnerships/failing/failing.policy.ts";
import { failingSchema } from "#app/domain/partnerships/failing/failing.schema.ts";
import { findFailing } from "#app/domain/partnerships/failing/queries.server.ts";
import { findPublicPartnership } from "#app/domain/partnerships/queries.server.ts";
import { entriesOf } from "#app/domain/record/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { Text } from "#app/ui/foreign.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { DeclareForm, FinalReport, Missing } from "#app/ui/partnerships/failing/failing-parts.tsx";
import { FINGERPRINTS } from "#app/web/files/fingerprint.server.ts";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, notFound, publicLoader, sendBack } from "#app/web/guard.server.ts";
import { entryIndex } from "#app/web/partnerships/entry-index.server.ts";
import { memberFacts } from "#app/web/partnerships/partnership-view.server.ts";

/** A public partnership and what came of it: its final report, or what whoever may declare that it failed needs. */
async function failingOr404(actor: Actor | null, code: string | undefined) {
  const partnership = isCode("DA", code) ? await findPublicPartnership(code) : null;
  if (!partnership?.published) throw notFound();
  const failing = await findFailing(partnership.code);
  const mayDeclare = partnership.state === "ACTIVE" && declarer(actor, memberFacts(partnership.members)) !== null;
  if (!failing.report && !mayDeclare) throw notFound();
  return { partnership, failing, mayDeclare };
}

export const loader = publicLoader(async ({ actor, params, lang, t }) => {
  const { partnership, failing, mayDeclare } = await failingOr404(actor, params["code"]);
  const { report, missing, waits } = failing;
  const entries = report ? await entriesOf("PARTNERSHIP", partnership.code) : [];
  const names = missing.length > 0 ? (await loadCatalogue()).products : [];
  return {
    title: `${t(report ? "failing:title" : "failing:declare")} (${partnership.code})`,
    ...{ code: partnership.code, partnershipTitle: partnership.title, state: partnership.state },
    report: report && { ...report, entryNo: entryIndex(entries)(["partnership.failed"]) },
    ...{ waits, mayDeclare },
    missing: missing.map((code) => ({ code, name: names.find((one) => one.code === code)?.names[lang] ?? code })),
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const { code } = (await failingOr404(actor, params["code"])).partnership;
  const parsed = parseForm(await readForm(FINGERPRINTS), failingSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await declareFailed(actor, code, parsed.value);
  if (!outcome.ok) return sendBack(withRefusal(parsed.form, outcome, lang), outcome.code === "TOO_MANY" ? 429 : 409);
  return redirect(`/${lang}/partnerships/${code}/failure`);
});

export default function PartnershipFailure() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { lang, t } = useLanguage();
  const base = `/${lang}/partnerships/${page.code}`;
  const title = t(page.report ? "failing:title" : "failing:declare");
  const isReady = page.missing.length === 0 && !page.waits;
  return (
    <Page
      crumbs={[
        { label: t("partnerships:title"), href: `/${lang}/partnerships` },
        { label: page.code, href: base },
        { label: title },
      ]}
    >
      <ErrorSummary form={form} />
      <Head
        eyebrow={
          <>
            <Text of={page.partnershipTitle} /> <Tag>{t(`partnerships:state.${page.state}`)}</Tag>
          </>
        }
        title={title}
        lede={t(page.report ? "failing:lede" : "failing:declareLede")}
      />
      {page.report ? <FinalReport report={page.report} risksHref={`${base}/risks#files`} /> : null}
      {page.mayDeclare && !isReady ? <Missing products={page.missing} waits={page.waits} base={base} /> : null}
      {page.mayDeclare && isReady ? (
        <Section id="declare" title={t("failing:report")}>
          <DeclareForm form={form} />
        </Section>
      ) : null}
    </Page>
  );
}
