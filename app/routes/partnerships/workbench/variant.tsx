import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { amender, mayLead, mayReadVariants, mayRepresent } from "#app/domain/partnerships/partnership.policy.ts";
import { commentOnVariant } from "#app/domain/partnerships/workbench/comment.server.ts";
import { findVariant } from "#app/domain/partnerships/workbench/queries.server.ts";
import { deleteVariant, shareVariant } from "#app/domain/partnerships/workbench/share-variant.server.ts";
import { weigh } from "#app/domain/partnerships/workbench/weigh.ts";
import { variantCommentSchema } from "#app/domain/partnerships/workbench/workbench.schema.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { nameOf } from "#app/ui/partnerships/partnership-hit.tsx";
import { VariantTalk } from "#app/ui/partnerships/variants/variant-talk.tsx";
import { VariantTerms } from "#app/ui/partnerships/variants/variant-terms.tsx";
import { Comparison } from "#app/ui/partnerships/workbench/comparison.tsx";
import { ScenarioPayoffs } from "#app/ui/partnerships/workbench/scenario-payoffs.tsx";
import { readVariants } from "#app/ui/partnerships/workbench/variant-form.ts";
import { Warnings } from "#app/ui/partnerships/workbench/warnings.tsx";
import { blankForm, parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { findDraft } from "#app/web/partnerships/agreements/agreement-view.server.ts";
import { typedVariant } from "#app/web/partnerships/workbench/typed-variant.server.ts";
import {
  minimumToday,
  workbenchHead,
  workbenchParties,
} from "#app/web/partnerships/workbench/workbench-view.server.ts";

async function variantOr404(actor: Actor, params: Record<string, string | undefined>) {
  const draft = await findDraft(actor, params);
  if (!draft || !mayReadVariants(actor, draft.partnership.members)) throw notFound();
  const { partnership, agreement } = draft;
  const of = { agreementId: agreement.id, members: partnership.members };
  const found = await findVariant(actor, of, params["variant"]);
  if (!found) throw notFound();
  return { draft, found };
}

export const loader = memberLoader(async ({ actor, params, lang }) => {
  const { draft, found } = await variantOr404(actor, params);
  const { members } = draft.partnership;
  const { variant, ...saved } = found;
  const [head, minimumPpm] = await Promise.all([workbenchHead(draft, lang), minimumToday()]);
  return {
    title: found.name,
    ...head,
    saved,
    minimumPpm,
    parties: workbenchParties(draft, lang),
    typed: blankForm(typedVariant(found.name, variant, lang)),
    isOwn: mayRepresent(actor, found.organisation.id),
    maySpeak: found.sharedAt !== null && amender(actor, members) !== null,
    mayUse: draft.agreement.state === "NEGOTIATION" && mayLead(actor, members),
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const { draft, found } = await variantOr404(actor, params);
  const address = { code: draft.partnership.code, productCode: draft.agreement.productCode };
  const bench = `/${lang}/partnerships/${address.code}/agreements/${address.productCode}/workbench`;
  const sent = await readForm();
  const intent = sent.get("intent");
  if (intent === "share" || intent === "delete") {
    const act = intent === "share" ? shareVariant : deleteVariant;
    const outcome = await act(actor, address, found.id);
    if (!outcome.ok) return sendBack(withRefusal(blankForm(), outcome, lang), 409);
    return redirect(intent === "share" ? `${bench}/${found.id}` : bench);
  }
  const parsed = parseForm(sent, variantCommentSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await commentOnVariant(actor, { ...address, variantId: found.id }, parsed.value.text);
  if (!outcome.ok) return sendBack(withRefusal(parsed.form, outcome, lang), 409);
  return redirect(`${bench}/${found.id}#said-${outcome.value.id}`);
});

export default function SavedVariant() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { lang, t, format } = useLanguage();
  const { saved, parties, here } = page;
  const [read] = readVariants(page.typed, parties.order);
  const weighed = read && read.faults.length === 0 ? weigh(read.variant, page.minimumPpm) : null;
  const at = saved.sharedAt
    ? t("workbench:saved.sharedAt", { at: format.dateTime(saved.sharedAt) })
    : t("workbench:saved.own", { at: format.dateTime(saved.savedAt) });
  return (
    <Page
      crumbs={[
        { label: t("partnerships:title"), href: `/${lang}/partnerships` },
        { label: page.code, href: `${page.base}/manage` },
        { label: t("workbench:title"), href: `${here}/workbench` },
        { label: saved.name },
      ]}
    >
      <ErrorSummary form={form} labels={{ text: t("workbench:talk.text") }} />
      <Head eyebrow={page.product} title={saved.name}>
        <PartyBadge house={saved.organisation.house} name={nameOf(saved.organisation.names, lang)} role={at} />
      </Head>
      <p className="row actions">
        <a className="btn" href={`${here}/workbench?variant=${saved.id}`}>
          {t("workbench:page.open")}
        </a>
        {page.mayUse ? (
          <a className="btn alt" href={`${here}/shares?variant=${saved.id}`}>
            {t("workbench:page.use")}
          </a>
        ) : null}
      </p>
      {page.isOwn && !saved.sharedAt ? <OwnActions /> : null}
      {weighed?.ok ? (
        <Section id="figures" title={t("workbench:figures")}>
          <Warnings letter="A" weighed={weighed.value} minimumPpm={page.minimumPpm} />
          <Comparison variants={[{ letter: "A", name: saved.name, weighed: weighed.value }]} parties={parties.shown} />
          <ScenarioPayoffs
            variants={[
              { letter: "A", name: saved.name, weighed: weighed.value, scenarios: read?.variant.scenarios ?? [] },
            ]}
            parties={parties.shown}
            csvHref={`${here}/workbench/${saved.id}.csv`}
          />
        </Section>
      ) : null}
      {read ? (
        <Section id="terms" title={t("workbench:page.terms")}>
          <VariantTerms variant={read.variant} parties={parties.shown} />
        </Section>
      ) : null}
      {saved.sharedAt ? (
        <Section id="talk" title={t("workbench:page.talk")}>
          <VariantTalk comments={saved.comments} maySpeak={page.maySpeak} form={form} />
        </Section>
      ) : null}
    </Page>
  );
}

function OwnActions() {
  const { t } = useLanguage();
  return (
    <Form>
      <p className="hint">{t("workbench:page.shareHint")}</p>
      <p className="row">
        <Submit name="intent" value="share" look="alt">
          {t("workbench:page.share")}
        </Submit>
        <Submit name="intent" value="delete" look="alt">
          {t("workbench:page.delete")}
        </Submit>
      </p>
    </Form>
  );
}
