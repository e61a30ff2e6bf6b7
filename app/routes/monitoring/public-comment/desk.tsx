import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findCampaign } from "#app/domain/monitoring/campaigns/queries.server.ts";
import { listFindings } from "#app/domain/monitoring/findings/queries.server.ts";
import { mayLead, mayWork } from "#app/domain/monitoring/monitoring.policy.ts";
import { PREPARING_STATES } from "#app/domain/monitoring/public-comment/public-comment.ts";
import { findRound, listDeskComments } from "#app/domain/monitoring/public-comment/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState, Notice, Tag } from "#app/ui/marks/notice.tsx";
import { DraftCommentItem } from "#app/ui/monitoring/public-comment/comment-item.tsx";
import {
  deskLabels,
  PrepareForm,
  PublicAnswerForm,
  RulingItem,
} from "#app/ui/monitoring/public-comment/desk-forms.tsx";
import { RoundFacts } from "#app/ui/monitoring/public-comment/draft.tsx";
import { memberAction, notFound, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { frontAlone, intentOf } from "#app/web/monitoring/found-form.server.ts";
import { actOnRound, roundForm } from "#app/web/monitoring/public-comment-form.server.ts";

export const loader = roleLoader(["MONITOR", "MONITOR_LEAD"], async ({ actor, params, t }) => {
  const { code } = params;
  const campaign = isCode("DG", code) ? await findCampaign(actor, code) : null;
  if (!campaign || !mayWork(actor, campaign)) throw notFound();
  const [round, findings, comments] = await Promise.all([
    findRound(actor, campaign.code),
    listFindings(actor, campaign.code),
    listDeskComments(actor, campaign.code),
  ]);
  const isPreparing = PREPARING_STATES.includes(campaign.state);
  return {
    title: t("consultation:deskOf", { code: campaign.code }),
    ...{ code: campaign.code, state: campaign.state, round, findings, comments, isPreparing },
    prepared: roundForm(round),
    mayPrepare: isPreparing && mayLead(actor, campaign),
    isCommented: campaign.state === "PUBLIC_COMMENT",
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const { code = "" } = params;
  const typed = await readForm();
  await frontAlone(actor, `public-comment.${intentOf(typed)}`, code);
  if (!isCode("DG", code)) throw notFound();
  const acted = await actOnRound(actor, code, typed, lang);
  if (acted.ok) return redirect(`/${lang}/monitoring/campaigns/${code}/public-comment/desk`, 303);
  if (acted.status === 404) throw notFound();
  return sendBack(acted.form, acted.status);
});

export default function PublicCommentDesk() {
  const page = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const sent = useActionData<typeof action>()?.form;
  const { code, round } = page;
  return (
    <Page
      crumbs={[
        { label: t("monitoring:title"), href: `/${lang}/monitoring` },
        { label: code, href: `/${lang}/monitoring/campaigns/${code}` },
        { label: t("monitoring:manage"), href: `/${lang}/monitoring/campaigns/${code}/manage` },
        { label: t("consultation:desk") },
      ]}
    >
      <ErrorSummary form={sent ?? EMPTY_FORM} labels={deskLabels(t)} />
      <Head
        eyebrow={<Tag>{t(`monitoring:state.${page.state}`)}</Tag>}
        title={page.title}
        lede={t("consultation:clock")}
      >
        {round?.openedAt ? (
          <p className="row">
            <a className="btn alt" href={`/${lang}/monitoring/campaigns/${code}/public-comment`}>
              {t("consultation:title")}
            </a>
          </p>
        ) : null}
      </Head>
      <div className="cols side-r">
        <div>
          {round?.openedAt ? (
            <Comments form={sent ?? EMPTY_FORM} />
          ) : (
            <Section id="prepare" title={t("consultation:prepare")}>
              <div className="read flow">
                <p>{t(page.mayPrepare ? "consultation:prepareText" : "consultation:leadPrepares")}</p>
                {round ? <Notice>{t("consultation:prepared")}</Notice> : null}
                {page.mayPrepare ? <PrepareForm findings={page.findings} form={sent ?? page.prepared} /> : null}
              </div>
            </Section>
          )}
        </div>
        <aside className="flow" aria-label={t("consultation:untilLabel")}>
          {round ? <RoundFacts round={round} isOpen={page.isCommented} /> : <p>{t("consultation:notOpened")}</p>}
        </aside>
      </div>
    </Page>
  );
}

/** What waits to be read, what waits for an answer, and what is done. */
function Comments({ form }: { form: typeof EMPTY_FORM }) {
  const { comments, isCommented } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  const waiting = comments.filter(({ state }) => state === "WAITING");
  const open = comments.filter(({ state, answer }) => state === "KEPT" && answer === null);
  const done = comments.filter(({ state, answer }) => state === "WITHHELD" || answer !== null);
  return (
    <>
      <Section id="read" title={t("consultation:toRead")}>
        {waiting.length === 0 ? <EmptyState title={t("consultation:toReadNone")} /> : null}
        {waiting.map((comment) => (
          <RulingItem key={comment.code} comment={comment} form={form} />
        ))}
      </Section>
      <Section id="answer" title={t("consultation:toAnswer")}>
        {open.length === 0 ? (
          <EmptyState title={t("consultation:toAnswerNone")} />
        ) : (
          <div className="read">
            <PublicAnswerForm comments={open} form={form} />
          </div>
        )}
      </Section>
      {open.length + done.length > 0 ? (
        <Section id="ruled" title={t("consultation:restore")}>
          {open
            .concat(done)
            .map((comment) =>
              isCommented && comment.answer === null ? (
                <RulingItem key={comment.code} comment={comment} form={form} />
              ) : (
                <DraftCommentItem key={comment.code} comment={comment} />
              ),
            )}
        </Section>
      ) : null}
    </>
  );
}
