import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addDays } from "#app/domain/obligations/calendar.ts";
import { runSchema } from "#app/domain/partnerships/distributions/distribution.schema.ts";
import { previewRun, proposeRun } from "#app/domain/partnerships/distributions/propose.server.ts";
import { amender } from "#app/domain/partnerships/partnership.policy.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { typedDay } from "#app/platform/typed.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { LossRounds } from "#app/ui/partnerships/distributions/loss-rounds.tsx";
import { RunForm } from "#app/ui/partnerships/distributions/run-form.tsx";
import { RunLines } from "#app/ui/partnerships/distributions/run-lines.tsx";
import { blankForm, parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { agreementView, findDraft } from "#app/web/partnerships/agreements/agreement-view.server.ts";
import { previewView } from "#app/web/partnerships/agreements/distribution-view.server.ts";

export const loader = memberLoader(async ({ actor, params, lang, t }) => {
  const draft = await findDraft(actor, params);
  if (!draft || amender(actor, draft.partnership.members) === null) throw notFound();
  const agreement = await agreementView(draft, lang);
  const { state, runs, from } = draft.agreement;
  if (state !== "ACTIVE" && state !== "AMENDING") throw redirect(`${agreement.here}/check`);
  const last = runs.filter((run) => run.state === "LOCKED" && run.kind === "DISTRIBUTION").at(-1);
  return {
    title: t("distributions:propose.title"),
    base: agreement.base,
    here: agreement.here,
    code: agreement.code,
    product: agreement.product,
    fresh: blankForm({ kind: "DISTRIBUTION", from: typedDay(last?.to ?? from) }),
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const draft = await findDraft(actor, params);
  if (!draft) throw notFound();
  const parsed = parseForm(await readForm(), runSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form, 422, { preview: null });
  const { code } = draft.partnership;
  const { productCode } = draft.agreement;
  const address = { code, productCode };
  if (parsed.value.intent === "preview") {
    const preview = await previewRun(actor, address, parsed.value);
    if (!preview.ok) return sendBack(withRefusal(parsed.form, preview, lang), 409, { preview: null });
    const { everybody } = await agreementView(draft, lang);
    return json({ form: parsed.form, preview: previewView(preview.value, draft.partnership.members, everybody) });
  }
  const outcome = await proposeRun(actor, address, parsed.value);
  if (!outcome.ok) return sendBack(withRefusal(parsed.form, outcome, lang), 409, { preview: null });
  return redirect(`/${lang}/partnerships/${code}/agreements/${productCode}/distributions`);
});

function hasPreview(sent: object): sent is { preview: ReturnType<typeof previewView> | null } {
  return "preview" in sent;
}

export default function NewDistribution() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const form: FormState = sent?.form ?? page.fresh;
  const preview = sent && hasPreview(sent) ? sent.preview : null;
  const { lang, t, format } = useLanguage();
  return (
    <Page
      crumbs={[
        { label: t("partnerships:title"), href: `/${lang}/partnerships` },
        { label: page.code, href: `${page.base}/manage` },
        { label: t("distributions:manage"), href: `${page.here}/distributions` },
        { label: page.title },
      ]}
    >
      <ErrorSummary form={form} />
      <Head title={page.title} lede={`${page.product}. ${t("distributions:propose.how")}`} />
      {preview ? (
        <Section id="preview" title={t("distributions:propose.previewTitle")}>
          <p>
            {t("distributions:period", {
              from: format.date(preview.from),
              to: format.date(addDays(preview.to, -1)),
            })}
          </p>
          <RunLines kind={preview.kind} lines={preview.lines} totalVnd={preview.totalVnd} />
          {preview.rounds ? <LossRounds id="loss" rounds={preview.rounds} /> : null}
          <p className="s">
            {t("distributions:minimum", {
              paid: format.money(BigInt(preview.authorsVnd)),
              minimum: format.money(BigInt(preview.authorsMinimumVnd)),
            })}
          </p>
        </Section>
      ) : null}
      <div className="formpage">
        <RunForm form={form} mayPropose={preview !== null} />
      </div>
    </Page>
  );
}
