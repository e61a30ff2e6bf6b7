import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayWork } from "#app/domain/monitoring/monitoring.policy.ts";
import { findSignal } from "#app/domain/monitoring/opinion/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { SignalForm, signalLabels } from "#app/ui/monitoring/opinion/signal-forms.tsx";
import { blankForm } from "#app/web/form.server.ts";
import { memberAction, notFound, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { frontAlone } from "#app/web/monitoring/found-form.server.ts";
import { bodiesOf, saveSignalByForm, signalForm } from "#app/web/monitoring/opinion-form.server.ts";

/** A new signal, or one that no lead has let go. */
export const loader = roleLoader(["MONITOR", "MONITOR_LEAD"], async ({ actor, params, url, lang, t }) => {
  const { code } = params;
  const signal = isCode("DL", code) ? await findSignal(actor, code) : null;
  const isOpen = signal !== null && mayWork(actor, signal) && signal.releasedAt === null;
  if (code !== undefined && !isOpen) throw notFound();
  return {
    title: t(signal ? "opinion:change" : "opinion:write"),
    code: signal?.code ?? null,
    bodies: bodiesOf(actor, lang),
    typed: signal ? signalForm(signal) : blankForm({ about: url.searchParams.get("about") ?? "" }),
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const { code } = params;
  await frontAlone(actor, code === undefined ? "opinion.write" : "opinion.change", code ?? "");
  if (code !== undefined && !isCode("DL", code)) throw notFound();
  const { acted, code: saved } = await saveSignalByForm(actor, code ?? null, await readForm(), lang);
  if (acted.ok) return redirect(`/${lang}/monitoring/opinion/${saved}`, 303);
  if (acted.status === 404) throw notFound();
  return sendBack(acted.form, acted.status);
});

export default function WriteSignal() {
  const { title, code, bodies, typed } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? typed;
  return (
    <Page
      crumbs={[
        { label: t("monitoring:title"), href: `/${lang}/monitoring` },
        { label: t("opinion:title"), href: `/${lang}/monitoring/opinion` },
        { label: code ?? title },
      ]}
    >
      <ErrorSummary form={form} labels={signalLabels(t)} />
      <Head title={title} lede={t("opinion:writeLede")} />
      <div className="read">
        <SignalForm bodies={bodies} form={form} />
      </div>
    </Page>
  );
}
