import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { shareFormSchema } from "#app/domain/partnerships/agreements/agreement.schema.ts";
import { MOST_PERIODS } from "#app/domain/partnerships/agreements/share-cells.ts";
import { amendFormSchema } from "#app/domain/partnerships/amendments/amendment.schema.ts";
import { proposeAmendment } from "#app/domain/partnerships/amendments/propose.server.ts";
import { amender } from "#app/domain/partnerships/partnership.policy.ts";
import { messagesOf } from "#app/platform/languages/messages.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { DateField } from "#app/ui/form/field.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { PastProposals } from "#app/ui/partnerships/amendments/past-proposals.tsx";
import { periodsIn } from "#app/ui/partnerships/share-form/periods-in.ts";
import { columnLabels } from "#app/ui/partnerships/share-form/share-columns.ts";
import { ShareForm } from "#app/ui/partnerships/share-form/share-form.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { agreementView, findDraft } from "#app/web/partnerships/agreements/agreement-view.server.ts";
import { amendmentForm, membersOn } from "#app/web/partnerships/agreements/amendment-form.server.ts";
import {
  addPeriod,
  giveRemainder,
  readShareForm,
  removePeriod,
} from "#app/web/partnerships/agreements/share-form.server.ts";

/** Hydrated: the remainder follows what is typed. */
export const handle = { interactive: true };

const SENTENCES = ["frame", "common", "form", "house", "share", "partnerships", "amendments", "errors"] as const;

async function draftOr404(actor: Actor, params: Record<string, string | undefined>) {
  const draft = await findDraft(actor, params);
  if (!draft || amender(actor, draft.partnership.members) === null) throw notFound();
  return draft;
}

export const loader = memberLoader(async ({ actor, params, lang, t }) => {
  const draft = await draftOr404(actor, params);
  const agreement = await agreementView(draft, lang);
  if (draft.agreement.state === "AMENDING") throw redirect(`${agreement.here}/amendment`);
  if (draft.agreement.state !== "ACTIVE") throw redirect(`${agreement.here}/check`);
  return {
    title: t("amendments:propose.title"),
    messages: messagesOf(lang, SENTENCES),
    base: agreement.base,
    code: agreement.code,
    product: agreement.product,
    parties: agreement.everybody.map(({ id, key, house, names }) => ({
      id,
      key,
      house,
      name: pickText(names, lang)?.text ?? "",
    })),
    recorded: amendmentForm(draft.agreement, lang),
    past: draft.agreement.amendments
      .filter(({ endReason }) => endReason !== null)
      .map(({ number, state, endReason, endedAt }) => ({ number, state, endReason, endedAt })),
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const { partnership, agreement } = await draftOr404(actor, params);
  const sent = await readForm();
  const table = parseForm(sent, shareFormSchema, lang);
  if (!table.ok) return sendBack(table.form);
  const { intent, give } = table.value;
  const inDays = (from: string) => ({ agreement: { from, to: agreement.to }, parties: membersOn(partnership, from) });
  if (give !== "") return json({ form: giveRemainder(give, table.form, inDays(agreement.from), lang) });
  if (intent === "add-period") return json({ form: addPeriod(table.form, inDays(agreement.from)) });
  if (intent === "remove-period") return json({ form: removePeriod(table.form) });

  const parsed = parseForm(sent, amendFormSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const { effectiveFrom, rationale, periods: typed } = parsed.value;
  const { periods, form } = readShareForm(typed, inDays(effectiveFrom), parsed.form, lang);
  if (Object.keys(form.errors).length > 0) return sendBack(form);
  const address = { code: partnership.code, productCode: agreement.productCode };
  const outcome = await proposeAmendment(actor, address, { effectiveFrom, rationale, periods });
  if (!outcome.ok) return sendBack(withRefusal(form, outcome, lang), 409);
  return redirect(`/${lang}/partnerships/${partnership.code}/agreements/${agreement.productCode}/amendment`);
});

export default function ProposeAmendment() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? page.recorded;
  const { lang, t } = useLanguage();
  return (
    <Page
      crumbs={[
        { label: t("partnerships:title"), href: `/${lang}/partnerships` },
        { label: page.code, href: `${page.base}/manage` },
        { label: t("amendments:propose.title") },
      ]}
    >
      <div className="formpage">
        <ErrorSummary form={form} labels={columnLabels(periodsIn(form.values), t)} />
        <h1>{t("amendments:propose.title")}</h1>
        <p className="lede">{page.product}</p>
        <p className="read">{t("amendments:propose.how")}</p>
        <ShareForm
          parties={page.parties}
          periods={periodsIn(form.values)}
          mostPeriods={MOST_PERIODS}
          days={{ from: "", lastOn: null }}
          firstPeriod={t("amendments:propose.firstPeriod")}
          submit={t("amendments:propose.submit")}
          form={form}
        >
          <DateField
            name="effectiveFrom"
            label={t("amendments:propose.effectiveFrom")}
            hint={t("amendments:propose.effectiveHint")}
            form={form}
          />
          <TextArea
            name="rationale"
            label={t("amendments:propose.rationale")}
            hint={t("amendments:propose.rationaleHint")}
            max={2_000}
            rows={4}
            form={form}
          />
          <p className="read s">{t("partnerships:shares.how")}</p>
        </ShareForm>
        <PastProposals past={page.past} />
      </div>
    </Page>
  );
}
