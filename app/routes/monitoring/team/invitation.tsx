import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { invitationAnswerSchema } from "#app/domain/monitoring/bodies/invitation.schema.ts";
import { answerInvitation } from "#app/domain/monitoring/bodies/invite.server.ts";
import { findCampaign } from "#app/domain/monitoring/campaigns/queries.server.ts";
import { mayAnswerInvitation, monitoringBodies } from "#app/domain/monitoring/monitoring.policy.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { Text } from "#app/ui/foreign.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { InvitationForm } from "#app/ui/monitoring/bodies/invite-forms.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { memberAction, notFound, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { actedByFront } from "#app/web/monitoring/acted.server.ts";
import { frontAlone } from "#app/web/monitoring/found-form.server.ts";

export const loader = roleLoader(["MONITOR", "MONITOR_LEAD"], async ({ actor, params, t }) => {
  const { code } = params;
  const campaign = isCode("DG", code) ? await findCampaign(actor, code) : null;
  const own = campaign?.bodies.filter(({ id }) => monitoringBodies(actor).includes(id)) ?? [];
  if (!campaign || own.length === 0) throw notFound();
  const open = own.filter(({ accepted }) => accepted === null);
  return {
    title: t("monitoring:bodies.invitation"),
    ...{ code: campaign.code, campaign: campaign.title, question: campaign.question, owner: campaign.owner },
    mayAnswer: open.some(({ id }) => mayAnswerInvitation(actor, id)),
    isOpen: open.length > 0,
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const { code = "" } = params;
  const typed = await readForm();
  await frontAlone(actor, "campaign.answer-invitation", code);
  if (!isCode("DG", code)) throw notFound();
  const answer = (value: Parameters<typeof answerInvitation>[2]) => answerInvitation(actor, code, value);
  const acted = await actedByFront(parseForm(typed, invitationAnswerSchema, lang), answer, lang);
  if (acted.ok) return redirect(`/${lang}/monitoring/workbench`, 303);
  if (acted.status === 404) throw notFound();
  return sendBack(acted.form, acted.status);
});

export default function Invitation() {
  const page = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  return (
    <Page
      crumbs={[
        { label: t("monitoring:title"), href: `/${lang}/monitoring` },
        { label: page.code, href: `/${lang}/monitoring/campaigns/${page.code}` },
        { label: page.title },
      ]}
    >
      <div className="read formpage">
        <ErrorSummary
          form={form}
          labels={{ invitation: t("monitoring:bodies.answer"), invitationNote: t("monitoring:bodies.note") }}
        />
        <Head title={page.title} lede={<Text of={page.campaign} />} />
        <Section id="asked" title={t("monitoring:bodies.asked")}>
          <p>
            <Text of={page.owner} badge={false} />
          </p>
          <p>
            <Text of={page.question} />
          </p>
          {page.mayAnswer ? (
            <InvitationForm form={form} />
          ) : (
            <Notice>{t(page.isOpen ? "monitoring:bodies.leadAnswers" : "monitoring:bodies.isAnswered")}</Notice>
          )}
        </Section>
      </div>
    </Page>
  );
}
