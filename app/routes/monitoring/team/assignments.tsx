import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { assignReadings } from "#app/domain/monitoring/assignments/assign.server.ts";
import { assignmentSchema } from "#app/domain/monitoring/assignments/assignment.schema.ts";
import { listAssigned } from "#app/domain/monitoring/assignments/queries.server.ts";
import { findCampaign } from "#app/domain/monitoring/campaigns/queries.server.ts";
import { mayLead, mayWork } from "#app/domain/monitoring/monitoring.policy.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { Text } from "#app/ui/foreign.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState, Notice } from "#app/ui/marks/notice.tsx";
import { AssignedTable, AssignmentForm, assignmentLabels } from "#app/ui/monitoring/workbench/assignment-form.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { memberAction, notFound, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { actedByFront } from "#app/web/monitoring/acted.server.ts";
import { frontAlone } from "#app/web/monitoring/found-form.server.ts";

export const loader = roleLoader(["MONITOR", "MONITOR_LEAD"], async ({ actor, params, t }) => {
  const { code } = params;
  const campaign = isCode("DG", code) ? await findCampaign(actor, code) : null;
  if (!campaign || !mayWork(actor, campaign)) throw notFound();
  const team = campaign.team.filter(({ leftAt }) => leftAt === null);
  return {
    title: t("monitoring:assign.title"),
    ...{ code: campaign.code, question: campaign.title, today: dayInVietnam(new Date()) },
    units: await listAssigned(actor, campaign.code),
    team: team.map(({ personId, name, post }) => ({ value: personId, label: name ? `${name}, ${post}` : post })),
    isRead: campaign.state === "FIELDWORK",
    mayAssign: campaign.state === "FIELDWORK" && mayLead(actor, campaign),
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const { code = "" } = params;
  const typed = await readForm();
  await frontAlone(actor, "campaign.assign", code);
  if (!isCode("DG", code)) throw notFound();
  const assign = (value: Parameters<typeof assignReadings>[2]) => assignReadings(actor, code, value);
  const acted = await actedByFront(parseForm(typed, assignmentSchema, lang), assign, lang);
  if (acted.ok) return redirect(`/${lang}/monitoring/campaigns/${code}/assignments`, 303);
  if (acted.status === 404) throw notFound();
  return sendBack(acted.form, acted.status);
});

export default function Assignments() {
  const page = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const open = page.units.filter(({ readings }) => readings < 2);
  return (
    <Page
      crumbs={[
        { label: t("monitoring:title"), href: `/${lang}/monitoring` },
        { label: page.code, href: `/${lang}/monitoring/campaigns/${page.code}` },
        { label: t("monitoring:manage"), href: `/${lang}/monitoring/campaigns/${page.code}/manage` },
        { label: page.title },
      ]}
    >
      <ErrorSummary form={form} labels={assignmentLabels(t)} />
      <Head title={page.title} lede={<Text of={page.question} badge={false} />} />
      <Section id="assigned" title={t("monitoring:assign.now")}>
        {page.units.length === 0 ? (
          <EmptyState title={t("monitoring:assign.none")}>{t("monitoring:assign.noneText")}</EmptyState>
        ) : (
          <AssignedTable units={page.units} today={page.today} />
        )}
      </Section>
      {page.mayAssign && open.length > 0 ? (
        <Section id="give" title={t("monitoring:assign.give")}>
          <div className="read">
            <AssignmentForm units={open} team={page.team} form={form} />
          </div>
        </Section>
      ) : page.isRead && open.length > 0 ? (
        <Notice>{t("monitoring:assign.leadGives")}</Notice>
      ) : null}
    </Page>
  );
}
