import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { loadCatalogue, loadParameterNames } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { obligationsOf } from "#app/domain/obligations/queries.server.ts";
import { answerComplaint } from "#app/domain/results/complaints/answer.server.ts";
import { complaintAnswerSchema } from "#app/domain/results/complaints/complaint.schema.ts";
import type { PublicComplaint } from "#app/domain/results/complaints/complaint.ts";
import { openComplaintText } from "#app/domain/results/queries.server.ts";
import { mayAnswerReport } from "#app/domain/results/reports/report.policy.ts";
import { verifyingBody } from "#app/domain/results/result.policy.ts";
import { returnSchema, revisionSchema, verifySchema } from "#app/domain/results/result.schema.ts";
import { publish } from "#app/domain/results/verification/publish.server.ts";
import { returnForCompletion } from "#app/domain/results/verification/return-for-completion.server.ts";
import { verify } from "#app/domain/results/verification/verify.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { CaseForms } from "#app/ui/results/desk/case-forms.tsx";
import { labelsOf } from "#app/ui/results/labels.ts";
import { MarketSections } from "#app/ui/results/market/market-sections.tsx";
import { progressView } from "#app/ui/results/market/progress-view.ts";
import { WaitingOnResult } from "#app/ui/results/market/waiting-reports.tsx";
import { ResultBody, ResultFacts } from "#app/ui/results/result-body.tsx";
import { ResultClock } from "#app/ui/results/result-clock.tsx";
import { viewOf } from "#app/ui/results/view.ts";
import { blankForm, parseForm, withRefusal } from "#app/web/form.server.ts";
import { type FormRequest, notFound, roleAction, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { readableResult } from "#app/web/results/result-file.server.ts";

async function caseOf(actor: Actor, code: string | undefined) {
  const result = await readableResult(actor, code);
  if (result.state === "DRAFT" || verifyingBody(actor, result) === null) throw notFound();
  return result;
}

export const loader = roleLoader(["RESULT_OFFICER"], async ({ params, lang, actor }) => {
  const { content, progress, ...result } = await caseOf(actor, params["code"]);
  const [catalogue, obligations, names] = await Promise.all([
    loadCatalogue(),
    obligationsOf(result.code),
    loadParameterNames(),
  ]);
  const open = obligations.find((it) => it.endedOn === null && it.pausedOn === null);
  return {
    title: pickText(content.title, lang)?.text ?? result.code,
    code: result.code,
    state: result.state,
    revision: result.revision,
    host: result.host,
    view: viewOf(content, progress),
    progress: progressView(progress, true),
    mayAnswer: mayAnswerReport(actor, result),
    labels: labelsOf(content, catalogue),
    origins: result.origins,
    complaint: result.state === "UNDER_REVIEW" ? await complaintOf(result) : null,
    clock: open ? { ...open, basisName: names.get(open.basis)?.[lang] ?? null } : null,
    today: dayInVietnam(new Date()),
  };
});

async function complaintOf({ code, complaints }: { code: string; complaints: PublicComplaint[] }) {
  const open = complaints.find(({ outcome }) => outcome === null);
  const text = await openComplaintText(code);
  return open && text !== null ? { ground: open.ground, at: open.at, text } : null;
}

export const action = roleAction(["RESULT_OFFICER"], async (request) => {
  const { readForm, params, lang, actor } = request;
  const { code } = await caseOf(actor, params["code"]);
  const typed = await readForm();
  const intent = typed.get("intent");
  if (intent === "return") return sendReturn(request, code, typed);
  if (intent === "verify" || intent === "verify-publish") return sendVerification(request, code, typed);
  if (intent === "answer") return sendAnswer(request, code, typed);
  const done = await publish(actor, code);
  if (!done.ok) return sendBack(withRefusal(blankForm(), done, lang), 409);
  return redirect(`/${lang}/results/${code}`);
});

async function sendVerification({ lang, actor }: FormRequest<Actor>, code: string, typed: FormData) {
  const made = parseForm(typed, revisionSchema, lang);
  const parsed = parseForm(typed, verifySchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const revision = made.ok ? made.value.revision : null;
  const verified = await verify(actor, code, { ...parsed.value, revision });
  if (!verified.ok) return sendBack(withRefusal(parsed.form, verified, lang), 409);
  if (typed.get("intent") === "verify-publish") {
    const opened = await publish(actor, code);
    // An embargo keeps it back: it is verified, and the clock publishes it.
    if (opened.ok) return redirect(`/${lang}/results/${code}`);
  }
  return redirect(`/${lang}/desk/results/${code}`);
}

async function sendAnswer({ lang, actor }: FormRequest<Actor>, code: string, typed: FormData) {
  const parsed = parseForm(typed, complaintAnswerSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const answered = await answerComplaint(actor, code, parsed.value);
  if (!answered.ok) return sendBack(withRefusal(parsed.form, answered, lang), 409);
  return redirect(`/${lang}/results/${code}`);
}

async function sendReturn({ lang, actor }: FormRequest<Actor>, code: string, typed: FormData) {
  const made = parseForm(typed, revisionSchema, lang);
  const parsed = parseForm(typed, returnSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const revision = made.ok ? made.value.revision : null;
  const returned = await returnForCompletion(actor, code, { ...parsed.value, revision });
  if (!returned.ok) {
    return sendBack(withRefusal(parsed.form, returned, lang), returned.code === "NOTHING_MISSING" ? 422 : 409);
  }
  return redirect(`/${lang}/desk/results?view=RETURNED`);
}

export default function ResultCase() {
  const data = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { view, host } = data;
  return (
    <Page
      crumbs={[
        { label: t("results:desk.title"), href: `/${lang}/desk/results` },
        { label: <span className="nw">{data.code}</span> },
      ]}
    >
      <ErrorSummary
        form={form}
        labels={{
          note: t("results:desk.note"),
          actIds: t("results:desk.acts"),
          outcome: t("results:complaint.outcome"),
          answer: t("results:complaint.answer"),
        }}
      />
      <Head
        eyebrow={
          <>
            <Tag>{t(`results:state.${data.state}`)}</Tag>
            <span className="nw">{data.code}</span>
          </>
        }
        title={<Text of={view.title} />}
        lede={<Text of={view.teaser} badge={false} />}
      >
        <PartyBadge house={host.house} name={<Text of={host.names} badge={false} />} role={t("results:page.host")} />
      </Head>
      {data.clock ? <ResultClock clock={data.clock} today={data.today} /> : null}
      {data.mayAnswer ? <WaitingOnResult code={data.code} reports={data.progress.reports} /> : null}
      <div className="cols side-r profile">
        <div>
          <ResultBody result={view} labels={data.labels}>
            <MarketSections progress={data.progress} />
          </ResultBody>
        </div>
        <aside className="flow">
          <ResultFacts result={view} labels={data.labels} origins={data.origins} />
        </aside>
      </div>
      <CaseForms
        state={data.state}
        revision={data.revision}
        acts={view.acts}
        embargoUntil={view.embargoUntil}
        complaint={data.complaint}
        form={form}
      />
    </Page>
  );
}
