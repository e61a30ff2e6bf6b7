import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { disclosureOf } from "#app/domain/results/profile/right.ts";
import { answerReport } from "#app/domain/results/reports/answer-report.server.ts";
import { mayAnswerReport } from "#app/domain/results/reports/report.policy.ts";
import { REPORT_LENGTHS, verdictSchema } from "#app/domain/results/reports/report.schema.ts";
import { type FiledRight, REPORT_VERDICTS, stageAfter, stageOf } from "#app/domain/results/reports/report.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { RadioGroup } from "#app/ui/form/choices.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { LocalisationFigure } from "#app/ui/results/market/localisation-figure.tsx";
import { progressView } from "#app/ui/results/market/progress-view.ts";
import { ReportSaid } from "#app/ui/results/market/reports-section.tsx";
import { Disclosed } from "#app/ui/results/tables/rights-table.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { notFound, roleAction, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { readableResult } from "#app/web/results/result-file.server.ts";

/** A report that waits for an answer, for an officer who may give it; anything else is a page that does not exist. */
async function waitingReport(actor: Actor, params: { code?: string; number?: string }) {
  const result = await readableResult(actor, params.code);
  const report = result.progress.reports.find(({ number }) => String(number) === params.number);
  if (!report || report.verdict || !mayAnswerReport(actor, result)) throw notFound();
  return { result, report };
}

export const loader = roleLoader(["RESULT_OFFICER"], async ({ params, lang, t, actor }) => {
  const { result, report } = await waitingReport(actor, params);
  const { content, progress, code, host } = result;
  const { reports, basis } = progressView(progress, true);
  const [now, then] = [stageOf(content, progress), stageAfter(content, progress, report.said)];
  return {
    title: t("reports:desk.one", { number: report.number, code }),
    ...{ code, host, number: report.number, of: pickText(content.title, lang) ? content.title : null },
    report: reports.find(({ number }) => number === report.number),
    basis,
    moves: then === now ? null : then,
    today: dayInVietnam(new Date()),
  };
});

export const action = roleAction(["RESULT_OFFICER"], async ({ readForm, params, lang, actor }) => {
  const { result, report } = await waitingReport(actor, params);
  const parsed = parseForm(await readForm(), verdictSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const answered = await answerReport(actor, result.code, { number: report.number, ...parsed.value });
  if (!answered.ok) return sendBack(withRefusal(parsed.form, answered, lang), 409);
  return redirect(`/${lang}/results/${result.code}#report-${report.number}`, 303);
});

export default function ResultReport() {
  const { title, code, host, of, report, basis, moves, today } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const base = `/${lang}/desk/results`;
  return (
    <Page
      crumbs={[
        { label: t("results:desk.title"), href: base },
        { label: <span className="nw">{code}</span>, href: `${base}/${code}` },
        { label: t("reports:desk.report") },
      ]}
    >
      <ErrorSummary form={form} labels={{ verdict: t("reports:desk.verdict"), note: t("reports:desk.note") }} />
      <Head title={title} lede={of ? <Text of={of} badge={false} /> : null}>
        <PartyBadge house={host.house} name={<Text of={host.names} badge={false} />} role={t("results:page.host")} />
      </Head>
      {report ? (
        <Section id="said" title={t("reports:said")}>
          <ReportSaid
            report={report}
            figure={
              report.said.kind === "LOCALISATION" ? <LocalisationFigure seen={report.said} basis={basis} /> : undefined
            }
          />
          {report.said.kind === "RIGHT" ? <DisclosedFirst said={report.said} today={today} /> : null}
          {moves ? <p>{t("reports:desk.moves", { stage: t(`results:stage.${moves}`) })}</p> : null}
        </Section>
      ) : null}
      <Section id="answer" title={t("reports:desk.answer")}>
        <div className="read">
          <Form>
            <RadioGroup
              name="verdict"
              label={t("reports:desk.verdict")}
              choices={REPORT_VERDICTS.map((value) => ({ value, label: t(`reports:desk.choose.${value}`) }))}
              form={form}
            />
            <TextArea
              name="note"
              label={t("reports:desk.note")}
              hint={t("reports:desk.noteHint")}
              rows={5}
              max={REPORT_LENGTHS.note.max}
              form={form}
            />
            <Actions>
              <Submit>{t("reports:desk.submit")}</Submit>
            </Actions>
          </Form>
        </div>
      </Section>
    </Page>
  );
}

function DisclosedFirst({ said, today }: { said: FiledRight; today: string }) {
  const { right: kind, onDate: filedOn, disclosedOn } = said;
  const disclosure = disclosureOf({ kind, filedOn, disclosedOn }, today);
  return <Disclosed kind={kind} disclosedOn={disclosedOn} disclosure={disclosure} />;
}
