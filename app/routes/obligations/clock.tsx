import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadParameterNames } from "#app/domain/catalogue/queries.server.ts";
import { answerExtension } from "#app/domain/extensions/answer-extension.server.ts";
import { answerExtensionSchema, requestExtensionSchema } from "#app/domain/extensions/extension.schema.ts";
import { findExtensionDesk } from "#app/domain/extensions/queries.server.ts";
import { requestExtension } from "#app/domain/extensions/request-extension.server.ts";
import { monitoringOf } from "#app/domain/monitoring/assessments/queries.server.ts";
import { obligationKey } from "#app/domain/monitoring/assessments/subject-assessment.ts";
import { noteClockTry } from "#app/domain/monitoring/refusals/clock.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { findObligation } from "#app/domain/obligations/queries.server.ts";
import { isUuid } from "#app/platform/typed.ts";
import { ClockPanel } from "#app/ui/blocks/clock-panel.tsx";
import { basisWords, dutyWords, handWords, subjectHref, subjectWords } from "#app/ui/board/board-words.ts";
import { ClockHistory } from "#app/ui/board/clock-history.tsx";
import { AnswerExtensionForm, RequestExtensionForm } from "#app/ui/board/extension-forms.tsx";
import { InTime } from "#app/ui/board/in-time.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { MonitoredSection } from "#app/ui/monitoring/found/lists.tsx";
import { blankForm, parseForm } from "#app/web/form.server.ts";
import { forbidden, memberAction, notFound, publicLoader, sendBack } from "#app/web/guard.server.ts";
import { sendRefusal } from "#app/web/limit.server.ts";

export const loader = publicLoader(async ({ params, lang, t, actor }) => {
  const at = new Date();
  const { id } = params;
  const [obligation, parameters] = isUuid(id)
    ? await Promise.all([findObligation(id, at), loadParameterNames()])
    : [null, null];
  if (!obligation) throw notFound();
  return {
    title: `${dutyWords(t, obligation.kind)}: ${subjectWords(t, obligation)}`,
    obligation,
    basis: parameters.get(obligation.basis)?.[lang] ?? basisWords(t, obligation.basis),
    desk: await findExtensionDesk(actor, obligation.id, at),
    monitoring: await monitoringOf("OBLIGATION", obligationKey(obligation)),
    today: dayInVietnam(at),
    blank: blankForm(),
  };
});

export const action = memberAction(async ({ params, readForm, lang, actor }) => {
  const { id } = params;
  if (!isUuid(id)) throw notFound();
  const typed = await readForm();
  if (typed.get("intent") === "answer") {
    const parsed = parseForm(typed, answerExtensionSchema, lang);
    if (!parsed.ok) return sendBack(parsed.form);
    const outcome = await answerExtension(actor, id, parsed.value);
    if (!outcome.ok && outcome.code === "NOT_FOUND") throw notFound();
    if (!outcome.ok && outcome.code === "NOT_YOURS_TO_ANSWER" && (await noteClockTry(actor, id, "answer")))
      throw forbidden();
    return outcome.ok ? redirect(`/${lang}/obligations/${id}`) : sendRefusal(parsed.form, outcome, lang);
  }
  const parsed = parseForm(typed, requestExtensionSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await requestExtension(actor, id, parsed.value);
  if (!outcome.ok && outcome.code === "NOT_FOUND") throw notFound();
  if (!outcome.ok && outcome.code === "NOT_THE_DEBTOR" && (await noteClockTry(actor, id, "request"))) throw forbidden();
  return outcome.ok ? redirect(`/${lang}/obligations/${id}`) : sendRefusal(parsed.form, outcome, lang);
});

export default function ClockPage() {
  const { obligation, basis, desk, today, blank, monitoring } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? blank;
  const { debtor, creditor, clock, endedOn, ...dates } = obligation;
  const href = obligation.subjectIsOpen ? subjectHref(lang, obligation) : null;
  const about = subjectWords(t, obligation);
  const isPublic = debtor.names !== null || debtor.role !== "PROPOSER";
  const labels = {
    untilOn: t("clock:extension.untilOn"),
    answer: t("clock:extension.answerLabel"),
    reason: t("clock:extension.reason"),
  };
  const board = { label: t("obligations:title"), href: `/${lang}/obligations` };
  return (
    <Page crumbs={[board, { label: dutyWords(t, obligation.kind) }]}>
      <ErrorSummary form={form} labels={labels} />
      <Head
        eyebrow={href ? <a href={href}>{about}</a> : <span>{about}</span>}
        title={dutyWords(t, obligation.kind)}
        lede={t("clock:page.lede", { basis })}
      />
      <div className="cols half">
        <ClockPanel
          id="turn"
          clock={{ ...dates, endedOn, state: clock.state }}
          days={clock.days}
          debtor={{ house: debtor.house, name: handWords(t, lang, debtor) }}
          duty={t("clock:page.duty", { duty: dutyWords(t, obligation.kind) })}
          today={today}
          note={creditor.role === "PUBLIC" ? null : t("clock:page.creditor", { who: handWords(t, lang, creditor) })}
        />
        <InTime obligation={obligation} />
      </div>
      <Section id="history" title={t("clock:history.title")}>
        <ClockHistory obligation={obligation} today={today} />
      </Section>
      <MonitoredSection code={obligation.subjectCode} monitoring={monitoring} />
      {desk.mayAnswer && desk.asked ? <AnswerExtensionForm form={form} asked={desk.asked} isPublic={isPublic} /> : null}
      {desk.mayRequest ? <RequestExtensionForm form={form} isPublic={isPublic} /> : null}
    </Page>
  );
}
