import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayLead, mayWork } from "#app/domain/monitoring/monitoring.policy.ts";
import { findSignal } from "#app/domain/monitoring/opinion/queries.server.ts";
import { entriesOf } from "#app/domain/record/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { Foreign } from "#app/ui/foreign.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice, Tag } from "#app/ui/marks/notice.tsx";
import { SignalErratumForm, signalLabels } from "#app/ui/monitoring/opinion/signal-forms.tsx";
import { SignalErrata, SignalFacts, SignalFigure, StateTag } from "#app/ui/monitoring/opinion/signal-parts.tsx";
import { EntryTable } from "#app/ui/record/entry-table.tsx";
import { memberAction, notFound, publicLoader, sendBack } from "#app/web/guard.server.ts";
import { frontAlone, intentOf } from "#app/web/monitoring/found-form.server.ts";
import { actOnSignal } from "#app/web/monitoring/opinion-form.server.ts";

export const loader = publicLoader(async ({ actor, params }) => {
  const { code } = params;
  const signal = isCode("DL", code) ? await findSignal(actor, code) : null;
  if (!signal) throw notFound();
  const leads = mayLead(actor, signal);
  return {
    title: `${signal.title} (${signal.code})`,
    description: signal.question,
    ...{ signal, entries: await entriesOf("OPINION", signal.code) },
    mayChange: mayWork(actor, signal) && signal.releasedAt === null,
    mayRelease: leads && signal.releasedAt === null,
    mayCorrect: leads && signal.publishedAt !== null,
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const { code = "" } = params;
  const typed = await readForm();
  await frontAlone(actor, `opinion.${intentOf(typed)}`, code);
  if (!isCode("DL", code)) throw notFound();
  const acted = await actOnSignal(actor, code, typed, lang);
  if (acted.ok) return redirect(`/${lang}/monitoring/opinion/${code}`, 303);
  if (acted.status === 404) throw notFound();
  return sendBack(acted.form, acted.status);
});

export default function Signal() {
  const { signal, entries } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  return (
    <Page
      crumbs={[
        { label: t("monitoring:title"), href: `/${lang}/monitoring` },
        { label: t("opinion:title"), href: `/${lang}/monitoring/opinion` },
        { label: signal.code },
      ]}
    >
      <ErrorSummary form={form} labels={signalLabels(t)} />
      <Head
        eyebrow={
          <>
            <Tag>{t("opinion:signal")}</Tag>
            <span className="nw">{signal.code}</span>
            <StateTag item={signal} />
          </>
        }
        title={<Foreign lang={signal.language}>{signal.title}</Foreign>}
      >
        <Acts />
      </Head>
      <div className="cols side-r">
        <div>
          <Section id="figures" title={t("opinion:figures")}>
            <SignalFigure signal={signal} />
          </Section>
          <Section id="method" title={t("opinion:field.method")}>
            <p className="read pre">
              <Foreign lang={signal.language}>{signal.method}</Foreign>
            </p>
          </Section>
          {signal.summary ? (
            <Section id="summary" title={t("opinion:field.summary")}>
              <p className="read pre">
                <Foreign lang={signal.language}>{signal.summary}</Foreign>
              </p>
            </Section>
          ) : null}
          <Errata form={form} />
          <Section id="record" title={t("partnerships:record")}>
            <EntryTable caption={t("partnerships:record")} entries={entries} />
          </Section>
        </div>
        <aside className="flow" aria-label={t("opinion:about")}>
          <SignalFacts signal={signal} />
        </aside>
      </div>
    </Page>
  );
}

function Errata({ form }: { form: typeof EMPTY_FORM }) {
  const { signal, mayCorrect } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  if (signal.errata.length === 0 && !mayCorrect) return null;
  return (
    <Section id="errata" title={t("monitoring:errata")}>
      <SignalErrata errata={signal.errata} />
      {mayCorrect ? (
        <div className="read">
          <SignalErratumForm form={form} />
        </div>
      ) : null}
    </Section>
  );
}

/** To change it, or to let it go. */
function Acts() {
  const { signal, mayChange, mayRelease } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  if (signal.publishedAt) return null;
  return (
    <>
      <Notice warn>{t(signal.releasedAt ? "opinion:waits" : "opinion:insideOnly")}</Notice>
      <Form>
        <p className="row">
          {mayRelease ? (
            <Submit name="intent" value="release">
              {t(signal.campaign ? "opinion:release" : "opinion:publish")}
            </Submit>
          ) : null}
          {mayChange ? (
            <a className="btn alt" href={`/${lang}/monitoring/opinion/${signal.code}/edit`}>
              {t("opinion:change")}
            </a>
          ) : null}
        </p>
      </Form>
    </>
  );
}
