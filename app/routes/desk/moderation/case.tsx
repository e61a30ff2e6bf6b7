import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { judgeComment } from "#app/domain/initiatives/moderation/judge.server.ts";
import { verdictSchema } from "#app/domain/initiatives/moderation/moderation.schema.ts";
import { findCase } from "#app/domain/initiatives/moderation/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { Text } from "#app/ui/foreign.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Prose } from "#app/ui/initiatives/content.tsx";
import { ActsOfModeration, VerdictForm } from "#app/ui/initiatives/voice/moderation-forms.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { notFound, roleAction, roleLoader } from "#app/web/guard.server.ts";
import { refuseVoice } from "#app/web/initiatives/voice-page.server.ts";

const ROLES = ["INTAKE", "STEERING", "AUDITOR"] as const;

export const loader = roleLoader(ROLES, async ({ params, t, actor }) => {
  const { comment: code } = params;
  const found = isCode("YK", code) ? await findCase(actor, code) : null;
  if (!found) throw notFound();
  const title = t("voice:comment.title", { stance: t(`voice:stance.${found.stance}`), code: found.code });
  return { title, found };
});

export const action = roleAction(["INTAKE", "STEERING"], async ({ params, readForm, lang, actor }) => {
  const { comment: code } = params;
  if (!isCode("YK", code) || !(await findCase(actor, code))) throw notFound();
  const parsed = parseForm(await readForm(), verdictSchema, lang);
  if (!parsed.ok) return refuseVoice(parsed.form, null, lang);
  const judged = await judgeComment(actor, code, parsed.value);
  if (!judged.ok) return refuseVoice(parsed.form, judged, lang);
  throw redirect(`/${lang}/desk/moderation/${code}`, 303);
});

export default function ModerationCase() {
  const { title, found } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const labels = {
    verdict: t("voice:desk.verdict"),
    ground: t("voice:desk.ground"),
    reason: t("voice:desk.reason"),
    language: t("voice:form.language"),
  };
  return (
    <Page
      crumbs={[
        { label: t("desk:title"), href: `/${lang}/desk` },
        { label: t("voice:desk.title"), href: `/${lang}/desk/moderation` },
        { label: found.code },
      ]}
    >
      <div className="read">
        <ErrorSummary form={form} labels={labels} />
        <Head
          title={title}
          lede={
            <>
              {t("voice:comment.about")}{" "}
              <a href={`/${lang}/initiatives/${found.initiative}`}>
                <Text of={found.title} />
              </a>
            </>
          }
        />
        <Section id="said" title={t("voice:desk.said")}>
          <p className="s soft">
            {t("voice:desk.by", { name: found.name ?? "", date: format.date(format.dayOf(found.at)) })}
          </p>
          <div className="quote">
            <Prose text={found.text} lang={found.language} />
          </div>
        </Section>
        <ActsOfModeration acts={found.acts} />
        <Section id="verdict" title={t("voice:desk.act")}>
          {found.open && found.mayJudge ? (
            <VerdictForm code={found.code} isAppeal={found.open === "MODERATION_APPEAL"} form={form} />
          ) : (
            <Notice>{t(found.open ? "voice:desk.notYours" : "voice:desk.closed")}</Notice>
          )}
        </Section>
      </div>
    </Page>
  );
}
