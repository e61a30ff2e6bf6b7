import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { MoneyPage } from "#app/ui/partnerships/capital/money-page.tsx";
import { ActFields } from "#app/ui/partnerships/performance/act-fields.tsx";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { readEvidence } from "#app/web/partnerships/performance/evidence-form.server.ts";
import { perform } from "#app/web/partnerships/performance/performance-act.server.ts";
import { ACTS, choicesOf, performancePage } from "#app/web/partnerships/performance/performance-page.server.ts";

async function pageOf(actor: Actor, { act: asked, code }: Record<string, string | undefined>, lang: Language) {
  const act = ACTS.find((name) => name === asked);
  if (!act) throw notFound();
  const page = await performancePage(actor, code, lang);
  return { act, page, choices: choicesOf(page, act) };
}

export const loader = memberLoader(async ({ actor, params, url, lang, t }) => {
  const { act, page, choices } = await pageOf(actor, params, lang);
  if (!choices) throw redirect(page.here);
  return {
    ...{ title: t(`performance:act.${act}`), act, choices, code: page.code, here: page.here },
    of: url.searchParams.get("of")?.slice(0, 12) ?? "",
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const { act, page } = await pageOf(actor, params, lang);
  const sent = await readEvidence(readForm, lang);
  if (!sent.ok) return sendBack(sent.form, sent.status);
  const outcome = await perform(act, { actor, address: page.code, form: sent.form, lang }, sent.evidence);
  return outcome.ok ? redirect(page.here) : sendBack(outcome.form, outcome.status);
});

export default function PerformanceAct() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { t } = useLanguage();
  return (
    <MoneyPage
      title={page.title}
      lede={t(`performance:lede.${page.act}`)}
      back={{ label: `${page.code} · ${t("performance:title")}`, href: page.here }}
      form={form}
      multipart
    >
      <ActFields act={page.act} choices={page.choices} chosen={page.of} form={form} />
    </MoneyPage>
  );
}
