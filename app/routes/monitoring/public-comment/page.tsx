import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findCampaign } from "#app/domain/monitoring/campaigns/queries.server.ts";
import { mayWork } from "#app/domain/monitoring/monitoring.policy.ts";
import { commentOnDraft } from "#app/domain/monitoring/public-comment/comment.server.ts";
import { publicCommentSchema } from "#app/domain/monitoring/public-comment/public-comment.schema.ts";
import { isRoundOpen } from "#app/domain/monitoring/public-comment/public-comment.ts";
import { findRound, listDraftComments } from "#app/domain/monitoring/public-comment/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState, Notice, Tag } from "#app/ui/marks/notice.tsx";
import { DraftCommentForm, draftCommentLabels } from "#app/ui/monitoring/public-comment/comment-form.tsx";
import { DraftCommentItem } from "#app/ui/monitoring/public-comment/comment-item.tsx";
import { Draft, RoundFacts } from "#app/ui/monitoring/public-comment/draft.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { memberAction, notFound, publicLoader, sendBack } from "#app/web/guard.server.ts";
import { actedByFront } from "#app/web/monitoring/acted.server.ts";

export const loader = publicLoader(async ({ actor, params, url, lang, t }) => {
  const { code } = params;
  const campaign = isCode("DG", code) ? await findCampaign(actor, code) : null;
  const round = campaign && (await findRound(null, campaign.code));
  if (!campaign || !round) throw notFound();
  const after = url.searchParams.get("after");
  const place = isCode("GY", after ?? undefined) ? after : null;
  const { comments, next } = await listDraftComments(actor, campaign.code, place);
  const works = mayWork(actor, campaign);
  return {
    title: t("consultation:of", { title: pickText(campaign.title, lang)?.text ?? campaign.code }),
    description: t("consultation:lede"),
    ...{ code: campaign.code, state: campaign.state, round, comments, next, isFirst: place === null, works },
    isOpen: isRoundOpen(campaign.state, round, dayInVietnam(new Date())),
    reader: actor && { name: actor.name },
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const { code = "" } = params;
  if (!isCode("DG", code)) throw notFound();
  const parsed = parseForm(await readForm(), publicCommentSchema, lang);
  const acted = await actedByFront(parsed, (value) => commentOnDraft(actor, code, value), lang);
  if (acted.ok) return redirect(`/${lang}/monitoring/campaigns/${code}/public-comment#said`, 303);
  if (acted.status === 404) throw notFound();
  return sendBack(acted.form, acted.status);
});

export default function PublicCommentPage() {
  const page = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { code, round, works } = page;
  return (
    <Page
      crumbs={[
        { label: t("monitoring:title"), href: `/${lang}/monitoring` },
        { label: code, href: `/${lang}/monitoring/campaigns/${code}` },
        { label: t("consultation:title") },
      ]}
    >
      <ErrorSummary form={form} labels={draftCommentLabels(t)} />
      <Head
        eyebrow={
          <>
            <Tag>{t("consultation:title")}</Tag>
            <span className="nw">{code}</span>
            <Tag>{t(`monitoring:state.${page.state}`)}</Tag>
          </>
        }
        title={page.title}
        lede={t("consultation:lede")}
      >
        {works ? (
          <p className="row">
            <a className="btn" href={`/${lang}/monitoring/campaigns/${code}/public-comment/desk`}>
              {t("consultation:desk")}
            </a>
          </p>
        ) : null}
      </Head>
      <div className="cols side-r">
        <div>
          <Draft round={round} />
          <Said />
          <Section id="write" title={t("consultation:write")}>
            <div className="read">
              <Write form={form} />
            </div>
          </Section>
        </div>
        <aside className="flow" aria-label={t("consultation:untilLabel")}>
          <RoundFacts round={round} isOpen={page.isOpen} />
        </aside>
      </div>
    </Page>
  );
}

function Said() {
  const { code, comments, next, isFirst } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const here = `/${lang}/monitoring/campaigns/${code}/public-comment`;
  return (
    <Section id="said" title={t("consultation:said")}>
      {comments.length === 0 ? (
        <EmptyState title={t("consultation:none")}>{t("consultation:noneText")}</EmptyState>
      ) : (
        comments.map((comment) => <DraftCommentItem key={comment.code} comment={comment} />)
      )}
      {next || !isFirst ? (
        <nav className="pages" aria-label={t("common:pages.label")}>
          <p className="row s">
            {isFirst ? null : <a href={`${here}#said`}>{t("consultation:first")}</a>}
            {next ? (
              <a href={`${here}?after=${next}#said`} rel="next">
                {t("common:pages.next")}
              </a>
            ) : null}
          </p>
        </nav>
      ) : null}
    </Section>
  );
}

/** The form, or why this reader has none. */
function Write({ form }: { form: typeof EMPTY_FORM }) {
  const { code, round, isOpen, works, reader } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  if (!isOpen) return <Notice>{t("consultation:over")}</Notice>;
  if (works) return <Notice>{t("consultation:own")}</Notice>;
  if (reader === null) {
    const back = encodeURIComponent(`/${lang}/monitoring/campaigns/${code}/public-comment`);
    return (
      <p>
        <a href={`/${lang}/sign-in?next=${back}`}>{t("consultation:signIn")}</a>
      </p>
    );
  }
  if (!reader.name)
    return (
      <p>
        <a href={`/${lang}/me/profile`}>{t("consultation:nameFirst")}</a>
      </p>
    );
  return <DraftCommentForm name={reader.name} findings={round.findings} form={form} />;
}
