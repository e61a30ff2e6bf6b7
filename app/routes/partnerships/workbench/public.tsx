import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { messagesOf } from "#app/platform/languages/messages.server.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { variantLabels, variantsIn } from "#app/ui/partnerships/workbench/variant-form.ts";
import { WorkbenchForm } from "#app/ui/partnerships/workbench/workbench-form.tsx";
import { blankForm } from "#app/web/form.server.ts";
import { publicAction, publicLoader } from "#app/web/guard.server.ts";
import { typedVariant } from "#app/web/partnerships/workbench/typed-variant.server.ts";
import { answerWorkbench } from "#app/web/partnerships/workbench/workbench-answer.server.ts";
import { madeUp, minimumToday } from "#app/web/partnerships/workbench/workbench-view.server.ts";

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

/** The workbench for anybody, with parties that nobody is: nothing is stored. */
export const loader = publicLoader(async ({ lang, t }) => {
  const { parties, name, variant } = madeUp(lang);
  return {
    title: t("workbench:title"),
    description: t("workbench:public.lede"),
    messages: messagesOf(lang, SENTENCES),
    minimumPpm: await minimumToday(),
    parties,
    start: blankForm(typedVariant(name, variant, lang)),
  };
});

export const action = publicAction(async ({ lang, readForm }) => {
  const answer = await answerWorkbench(await readForm(), madeUp(lang).parties.order, lang, null);
  return json(answer, { status: Object.keys(answer.form.errors).length > 0 ? 422 : 200 });
});

export default function PublicWorkbench() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { lang, t } = useLanguage();
  const form = sent?.form ?? page.start;
  return (
    <Page crumbs={[{ label: t("partnerships:title"), href: `/${lang}/partnerships` }, { label: t("workbench:title") }]}>
      <div className="workbench">
        <ErrorSummary form={form} labels={variantLabels(variantsIn(form.values), page.parties.shown, t)} />
        <h1>{t("workbench:title")}</h1>
        <p className="lede">{t("workbench:public.lede")}</p>
        <p className="read">{t("workbench:how")}</p>
        <WorkbenchForm
          parties={page.parties}
          minimumPpm={page.minimumPpm}
          form={form}
          open={sent?.open ?? 0}
          maySave={false}
        />
      </div>
    </Page>
  );
}
