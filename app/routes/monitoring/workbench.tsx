import { useLoaderData } from "@remix-run/react";
import { listWork } from "#app/domain/monitoring/workbench/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { WorkTable } from "#app/ui/monitoring/workbench/work-table.tsx";
import { roleLoader } from "#app/web/guard.server.ts";

/** What waits for the reader now, and beneath it what waits for the others of their bodies. */
export const loader = roleLoader(["MONITOR", "MONITOR_LEAD"], async ({ actor, t }) => {
  const at = new Date();
  const work = await listWork(actor, at);
  return {
    title: t("monitoring:workbench.title"),
    today: dayInVietnam(at),
    yours: work.filter(({ isYours }) => isYours),
    others: work.filter(({ isYours }) => !isYours),
  };
});

export default function Workbench() {
  const { title, today, yours, others } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  return (
    <Page crumbs={[{ label: t("monitoring:title"), href: `/${lang}/monitoring` }, { label: title }]}>
      <Head title={title} lede={t("monitoring:workbench.lede")} />
      <Section id="yours" title={t("monitoring:workbench.yours")}>
        {yours.length === 0 ? (
          <EmptyState
            title={t("monitoring:workbench.none")}
            action={{ href: `/${lang}/monitoring`, label: t("monitoring:listed") }}
          >
            {t("monitoring:workbench.noneText")}
          </EmptyState>
        ) : (
          <WorkTable caption={t("monitoring:workbench.yours")} items={yours} today={today} />
        )}
      </Section>
      {others.length > 0 ? (
        <Section id="others" title={t("monitoring:workbench.others")}>
          <WorkTable caption={t("monitoring:workbench.others")} items={others} today={today} posts />
        </Section>
      ) : null}
    </Page>
  );
}
