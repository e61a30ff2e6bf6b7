import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { appealSchema, reportSchema } from "#app/domain/initiatives/moderation/moderation.schema.ts";
import { appealHiding, reportComment } from "#app/domain/initiatives/moderation/report.server.ts";
import { answer } from "#app/domain/initiatives/voice/answer.server.ts";
import { findComment } from "#app/domain/initiatives/voice/queries.server.ts";
import { mayAnswer } from "#app/domain/initiatives/voice/voice.policy.ts";
import { answerSchema } from "#app/domain/initiatives/voice/voice.schema.ts";
import { withdrawComment } from "#app/domain/initiatives/voice/withdraw-comment.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { say, ticked } from "#app/platform/typed.ts";
import { Text } from "#app/ui/foreign.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { AnswerForm, WithdrawForm } from "#app/ui/initiatives/voice/comment-acts.tsx";
import { CommentItem } from "#app/ui/initiatives/voice/comment-item.tsx";
import { AppealForm, ReportForm } from "#app/ui/initiatives/voice/moderation-forms.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { type FormRequest, memberAction, notFound, publicLoader } from "#app/web/guard.server.ts";
import { refuseVoice } from "#app/web/initiatives/voice-page.server.ts";

const sureSchema = z.object({ sure: ticked().refine((sure) => sure, { error: say("errors:declare") }) });

export const loader = publicLoader(async ({ params, lang, t, actor }) => {
  const { comment: code } = params;
  const found = isCode("YK", code) ? await findComment(actor, code) : null;
  if (!found) throw notFound();
  const { debtor, isAuthor, ...comment } = found;
  const stands = comment.tombstone === null;
  const title = t("voice:comment.title", { stance: t(`voice:stance.${comment.stance}`), code: comment.code });
  return {
    title: `${title}: ${pickText(comment.title, lang)?.text ?? comment.initiative}`,
    heading: title,
    comment,
    mayAnswer:
      stands &&
      comment.answer === null &&
      comment.stance === "QUESTION" &&
      mayAnswer(actor, {
        askedById: comment.isMine ? (actor?.personId ?? "") : "",
        addressee: comment.addressee,
        isAuthor,
        debtorRole: debtor?.role ?? null,
        debtorOrganisationId: debtor?.organisationId ?? null,
      }),
    mayReport: actor !== null && stands && !comment.isMine,
    mayAppeal: comment.isMine && comment.tombstone?.kind === "HIDDEN" && comment.tombstone.appeal === null,
    mayWithdraw: comment.isMine && comment.tombstone?.kind !== "WITHDRAWN",
  };
});

export const action = memberAction(async (request) => {
  const { comment: code } = request.params;
  if (!isCode("YK", code)) throw notFound();
  const form = await request.readForm();
  const act = ACTS[ACTS_NAMED.find((one) => one === form.get("intent")) ?? "answer"];
  return act(request, code, form);
});

const ACTS = { answer: reply, withdraw: takeBack, report, appeal } as const;
const ACTS_NAMED = ["answer", "withdraw", "report", "appeal"] as const;

async function report({ actor, lang }: FormRequest<Actor>, code: string, form: FormData) {
  const parsed = parseForm(form, reportSchema, lang);
  if (!parsed.ok) return refuseVoice(parsed.form, null, lang);
  const reported = await reportComment(actor, code, parsed.value);
  if (!reported.ok) return refuseVoice(parsed.form, reported, lang);
  throw redirect(`/${lang}/comments/${code}`, 303);
}

async function appeal({ actor, lang }: FormRequest<Actor>, code: string, form: FormData) {
  const parsed = parseForm(form, appealSchema, lang);
  if (!parsed.ok) return refuseVoice(parsed.form, null, lang);
  const appealed = await appealHiding(actor, code, parsed.value);
  if (!appealed.ok) return refuseVoice(parsed.form, appealed, lang);
  throw redirect(`/${lang}/comments/${code}`, 303);
}

async function reply({ actor, lang }: FormRequest<Actor>, code: string, form: FormData) {
  const parsed = parseForm(form, answerSchema, lang);
  if (!parsed.ok) return refuseVoice(parsed.form, null, lang);
  const answered = await answer(actor, code, parsed.value);
  if (!answered.ok) return refuseVoice(parsed.form, answered, lang);
  throw redirect(`/${lang}/comments/${code}`, 303);
}

async function takeBack({ actor, lang }: FormRequest<Actor>, code: string, form: FormData) {
  const parsed = parseForm(form, sureSchema, lang);
  if (!parsed.ok) return refuseVoice(parsed.form, null, lang);
  const taken = await withdrawComment(actor, code);
  if (!taken.ok) return refuseVoice(parsed.form, taken, lang);
  throw redirect(`/${lang}/initiatives/${taken.value.initiative}/voice`, 303);
}

export default function CommentPage() {
  const { heading, comment, mayAnswer, mayWithdraw, mayReport, mayAppeal } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const base = `/${lang}/initiatives/${comment.initiative}`;
  const labels = {
    text: t("voice:answer.label"),
    language: t("voice:form.language"),
    sure: t("voice:withdraw.sure"),
    ground: t("voice:report.ground"),
    reason: t("voice:report.reason"),
  };
  return (
    <Page
      crumbs={[
        { label: t("initiatives:list.title"), href: `/${lang}/initiatives` },
        { label: comment.initiative, href: base },
        { label: t("voice:title"), href: `${base}/voice` },
        { label: comment.code },
      ]}
    >
      <div className="read">
        <ErrorSummary form={form} labels={labels} />
        <Head
          title={heading}
          lede={
            <>
              {t("voice:comment.about")}{" "}
              <a href={base}>
                <Text of={comment.title} />
              </a>
            </>
          }
        />
        <CommentItem comment={comment} newest={comment.newestVersion} />
        <p className="s">
          <a href={`${base}/voice`}>{t("voice:comment.back")}</a>
        </p>
        {mayAnswer ? <AnswerForm code={comment.code} asAuthors={comment.addressee === "PROPOSER"} form={form} /> : null}
        {mayReport ? <ReportForm code={comment.code} form={form} /> : null}
        {mayAppeal ? <AppealForm code={comment.code} form={form} /> : null}
        {mayWithdraw ? <WithdrawForm code={comment.code} form={form} /> : null}
      </div>
    </Page>
  );
}
