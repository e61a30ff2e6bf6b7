import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { shareFormSchema } from "#app/domain/partnerships/agreements/agreement.schema.ts";
import { recordShares } from "#app/domain/partnerships/agreements/record-shares.server.ts";
import { MOST_PERIODS } from "#app/domain/partnerships/agreements/share-cells.ts";
import { mayLead } from "#app/domain/partnerships/partnership.policy.ts";
import { findVariant } from "#app/domain/partnerships/workbench/queries.server.ts";
import { formatter } from "#app/platform/languages/format.ts";
import { messagesOf } from "#app/platform/languages/messages.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { periodsIn } from "#app/ui/partnerships/share-form/periods-in.ts";
import { columnLabels } from "#app/ui/partnerships/share-form/share-columns.ts";
import { ShareForm } from "#app/ui/partnerships/share-form/share-form.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { findDraft } from "#app/web/partnerships/agreements/agreement-view.server.ts";
import {
  addPeriod,
  giveRemainder,
  readShareForm,
  recordedShares,
  removePeriod,
  variantShares,
} from "#app/web/partnerships/agreements/share-form.server.ts";
import { lastDay, partiesView } from "#app/web/partnerships/partnership-view.server.ts";

/** Hydrated: the remainder follows what is typed. */
export const handle = { interactive: true };

const SENTENCES = ["frame", "common", "form", "house", "share", "partnerships", "workbench", "errors"] as const;

async function draftOr404(actor: Actor, params: Record<string, string | undefined>) {
  const draft = await findDraft(actor, params);
  if (!draft) throw notFound();
  const parties = draft.partnership.members.filter(({ joined }) => joined);
  return { ...draft, parties, facts: { agreement: draft.agreement, parties } };
}

export const loader = memberLoader(async ({ actor, params, url, lang, t }) => {
  const { partnership, agreement, parties } = await draftOr404(actor, params);
  const base = `/${lang}/partnerships/${partnership.code}`;
  if (agreement.state !== "NEGOTIATION" || !mayLead(actor, partnership.members))
    throw redirect(`${base}/agreements/${agreement.productCode}/check`);
  const of = { agreementId: agreement.id, members: partnership.members };
  const [catalogue, taken] = await Promise.all([
    loadCatalogue(),
    findVariant(actor, of, url.searchParams.get("variant") ?? undefined),
  ]);
  const { date } = formatter(lang);
  const lastOn = lastDay(agreement.to);
  return {
    title: t("partnerships:shares.enter"),
    messages: messagesOf(lang, SENTENCES),
    base,
    code: partnership.code,
    product:
      catalogue.products.find(({ code }) => code === agreement.productCode)?.names[lang] ?? agreement.productCode,
    parties: partiesView(parties, partnership.from).map(({ id, key, house, names }) => ({
      id,
      key,
      house,
      name: pickText(names, lang)?.text ?? "",
    })),
    days: { from: date(agreement.from), lastOn: lastOn && date(lastOn) },
    /** the variant of the workbench whose shares stand in the form until somebody records them */
    taken: taken?.name ?? null,
    recorded: taken
      ? variantShares(taken.variant.parties, lang)
      : recordedShares(agreement.schedules, agreement.from, lang),
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const { partnership, agreement, facts } = await draftOr404(actor, params);
  const parsed = parseForm(await readForm(), shareFormSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const { intent, give, periods: typed } = parsed.value;
  if (give !== "") return json({ form: giveRemainder(give, parsed.form, facts, lang) });
  if (intent === "add-period") return json({ form: addPeriod(parsed.form, facts) });
  if (intent === "remove-period") return json({ form: removePeriod(parsed.form) });

  const { periods, form } = readShareForm(typed, facts, parsed.form, lang);
  if (Object.keys(form.errors).length > 0) return sendBack(form);
  const outcome = await recordShares(actor, partnership.code, agreement.productCode, periods);
  if (!outcome.ok) return sendBack(withRefusal(form, outcome, lang), 409);
  return redirect(`/${lang}/partnerships/${partnership.code}/agreements/${agreement.productCode}/check`);
});

export default function EnterShares() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? page.recorded;
  const { lang, t } = useLanguage();
  return (
    <Page
      crumbs={[
        { label: t("partnerships:title"), href: `/${lang}/partnerships` },
        { label: page.code, href: `${page.base}/manage` },
        { label: t("partnerships:shares.enter") },
      ]}
    >
      <div className="formpage">
        <ErrorSummary form={form} labels={columnLabels(periodsIn(form.values), t)} />
        <h1>{t("partnerships:shares.enter")}</h1>
        <p className="lede">{page.product}</p>
        <p className="read">{t("partnerships:shares.how")}</p>
        {page.taken === null ? null : <Notice>{t("workbench:prefilled", { name: page.taken })}</Notice>}
        <ShareForm
          parties={page.parties}
          periods={periodsIn(form.values)}
          mostPeriods={MOST_PERIODS}
          days={page.days}
          form={form}
        />
      </div>
    </Page>
  );
}
