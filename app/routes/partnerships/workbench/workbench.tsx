import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { amender, mayReadVariants } from "#app/domain/partnerships/partnership.policy.ts";
import { findVariant, listVariants } from "#app/domain/partnerships/workbench/queries.server.ts";
import { saveVariant } from "#app/domain/partnerships/workbench/save-variant.server.ts";
import { messagesOf } from "#app/platform/languages/messages.server.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { SavedVariants } from "#app/ui/partnerships/variants/saved-variants.tsx";
import { variantLabels, variantsIn } from "#app/ui/partnerships/workbench/variant-form.ts";
import { WorkbenchForm } from "#app/ui/partnerships/workbench/workbench-form.tsx";
import { blankForm } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound } from "#app/web/guard.server.ts";
import { findDraft } from "#app/web/partnerships/agreements/agreement-view.server.ts";
import { typedVariant, withVariant } from "#app/web/partnerships/workbench/typed-variant.server.ts";
import { answerWorkbench } from "#app/web/partnerships/workbench/workbench-answer.server.ts";
import {
  minimumToday,
  recordedVariant,
  workbenchHead,
  workbenchParties,
} from "#app/web/partnerships/workbench/workbench-view.server.ts";

/** Hydrated: the figures follow what is typed. */
export const handle = { interactive: true };

const SENTENCES = [
  "frame",
  "common",
  "form",
  "house",
  "share",
  "partnerships",
  "workbench",
  "pictures",
  "errors",
] as const;

async function insideOr404(actor: Actor, params: Record<string, string | undefined>) {
  const draft = await findDraft(actor, params);
  if (!draft || !mayReadVariants(actor, draft.partnership.members)) throw notFound();
  const { partnership, agreement } = draft;
  return { draft, of: { agreementId: agreement.id, members: partnership.members } };
}

export const loader = memberLoader(async ({ actor, params, url, lang, t }) => {
  const { draft, of } = await insideOr404(actor, params);
  const asked = url.searchParams.get("variant");
  const [head, minimumPpm, saved, found] = await Promise.all([
    workbenchHead(draft, lang),
    minimumToday(),
    listVariants(actor, of),
    asked === null ? null : findVariant(actor, of, asked),
  ]);
  const recorded = blankForm(typedVariant(t("workbench:recorded"), recordedVariant(draft), lang));
  return {
    title: t("workbench:title"),
    messages: messagesOf(lang, SENTENCES),
    ...head,
    minimumPpm,
    parties: workbenchParties(draft, lang),
    saved,
    maySave: amender(actor, draft.partnership.members) !== null,
    start: (found && withVariant(recorded, found.name, found.variant, lang)) ?? recorded,
    open: found ? 1 : 0,
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const { draft, of } = await insideOr404(actor, params);
  const { code } = draft.partnership;
  const address = { code, productCode: draft.agreement.productCode };
  const { order } = workbenchParties(draft, lang);
  const answer = await answerWorkbench(await readForm(), order, lang, {
    find: (id) => findVariant(actor, of, id),
    save: (name, variant) => saveVariant(actor, address, { name, variant }),
  });
  return json(answer, { status: Object.keys(answer.form.errors).length > 0 ? 422 : 200 });
});

export default function Workbench() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { lang, t } = useLanguage();
  const form = sent?.form ?? page.start;
  const { saved } = sent ?? {};
  return (
    <Page
      crumbs={[
        { label: t("partnerships:title"), href: `/${lang}/partnerships` },
        { label: page.code, href: `${page.base}/manage` },
        { label: t("workbench:title") },
      ]}
    >
      <div className="workbench">
        <ErrorSummary form={form} labels={variantLabels(variantsIn(form.values), page.parties.shown, t)} />
        <h1>{t("workbench:title")}</h1>
        <p className="lede">{t("workbench:lede", { product: page.product })}</p>
        <p className="read">{t("workbench:how")}</p>
        {saved ? (
          <p className="note" role="status">
            {t("workbench:saved.done", { name: saved.name })}{" "}
            <a href={`${page.here}/workbench/${saved.id}`}>{t("workbench:saved.open")}</a>
          </p>
        ) : null}
        <WorkbenchForm
          parties={page.parties}
          minimumPpm={page.minimumPpm}
          form={form}
          open={sent?.open ?? page.open}
          maySave={page.maySave}
        >
          <Section id="saved" title={t("workbench:saved.title")} aside={t("workbench:saved.aside")}>
            {page.saved.length > 0 ? (
              <SavedVariants here={page.here} saved={page.saved} mayAdd />
            ) : (
              <EmptyState title={t("workbench:saved.none")}>{t("workbench:saved.noneText")}</EmptyState>
            )}
          </Section>
        </WorkbenchForm>
      </div>
    </Page>
  );
}
