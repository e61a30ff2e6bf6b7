import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { commentOnFacts } from "#app/domain/monitoring/factual-check/comment.server.ts";
import { factualCommentSchema } from "#app/domain/monitoring/factual-check/factual-check.schema.ts";
import { findOwnCheck } from "#app/domain/monitoring/factual-check/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { Foreign, Text } from "#app/ui/foreign.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice, Tag } from "#app/ui/marks/notice.tsx";
import { Checks, ELEMENTS } from "#app/ui/monitoring/found/factual.tsx";
import { CommentForm, commentLabels } from "#app/ui/monitoring/found/factual-forms.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { actedByFront } from "#app/web/monitoring/acted.server.ts";

export const loader = memberLoader(async ({ actor, params, t }) => {
  const { code } = params;
  const check = isCode("PH", code) ? await findOwnCheck(actor, code) : null;
  if (!check) throw notFound();
  const isOpen = check.campaignState === "FACTUAL_CHECK" && dayInVietnam(new Date()) <= check.dueOn;
  return {
    title: `${t("monitoring:factual.title")} (${check.code})`,
    check,
    mayComment: isOpen && check.comment === null,
    isEmbargoed: check.campaignState === "FACTUAL_CHECK" || check.campaignState === "PUBLIC_COMMENT",
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const { code = "" } = params;
  if (!isCode("PH", code)) throw notFound();
  const parsed = parseForm(await readForm(), factualCommentSchema, lang);
  const acted = await actedByFront(parsed, (value) => commentOnFacts(actor, code, value), lang);
  if (acted.ok) return redirect(`/${lang}/monitoring/findings/${code}/factual-check`, 303);
  if (acted.status === 404) throw notFound();
  return sendBack(acted.form, acted.status);
});

export default function FactualCheckPage() {
  const { check, mayComment, isEmbargoed } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  return (
    <Page
      crumbs={[
        { label: t("monitoring:title"), href: `/${lang}/monitoring` },
        { label: check.campaign, href: `/${lang}/monitoring/campaigns/${check.campaign}` },
        { label: check.code },
      ]}
    >
      <ErrorSummary form={form} labels={commentLabels(t)} />
      <Head
        eyebrow={
          <>
            <Tag>{t("monitoring:factual.title")}</Tag>
            <span className="nw">{check.code}</span>
            <span>
              <Text of={check.body.name} badge={false} />
            </span>
            <span>{t("monitoring:factual.untilDay", { date: format.date(check.dueOn) })}</span>
          </>
        }
        title={<Foreign lang={check.language}>{check.title}</Foreign>}
        lede={check.subjectCode ?? t("monitoring:wholeCampaign")}
      />
      {isEmbargoed && !check.isLaidOpen ? <Notice warn>{t("monitoring:factual.embargo")}</Notice> : null}
      {isEmbargoed && check.isLaidOpen ? (
        <Notice>
          {t("monitoring:factual.laidOpen")}{" "}
          <a href={`/${lang}/monitoring/campaigns/${check.campaign}/public-comment`}>{t("consultation:title")}</a>
        </Notice>
      ) : null}
      {ELEMENTS.map((name) => (
        <Section key={name} id={name} title={t(`monitoring:field.${name}`)}>
          <p className="read pre">
            <Foreign lang={check.language}>{check[name]}</Foreign>
          </p>
        </Section>
      ))}
      <Section id="comment" title={t("monitoring:factual.comment")}>
        {mayComment ? (
          <div className="read">
            <p>{t("monitoring:factual.once")}</p>
            <CommentForm form={form} />
          </div>
        ) : (
          <Checks checks={[check]} />
        )}
      </Section>
    </Page>
  );
}
