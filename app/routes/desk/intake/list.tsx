import { useLoaderData } from "@remix-run/react";
import { DESK_SETTINGS } from "#app/domain/initiatives/desk/desk.ts";
import { countDesk, listDesk } from "#app/domain/initiatives/desk/queries.server.ts";
import { QueueTable } from "#app/ui/desk/queue.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Tabs } from "#app/ui/frame/tabs.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { roleLoader } from "#app/web/guard.server.ts";

// What was sent back waits for its proposer: its clock stands.
const VIEWS = ["SUBMITTED", "NEEDS_COMPLETION"] as const;

export const loader = roleLoader(["INTAKE", "AUDITOR"], async ({ actor, url, t }) => {
  const { kinds } = DESK_SETTINGS.intake;
  const asked = url.searchParams.get("state");
  const view = VIEWS.find((known) => known === asked) ?? "SUBMITTED";
  const [items, counts] = await Promise.all([
    listDesk(actor, kinds, { shown: view === "SUBMITTED" ? "running" : "standing" }),
    countDesk(actor, kinds),
  ]);
  return {
    title: t("desk:intake.title"),
    view,
    counts: [counts[0]?.running ?? 0, counts[0]?.standing ?? 0],
    items,
  };
});

export default function IntakeDesk() {
  const { view, counts, items } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const base = `/${lang}/desk/intake`;
  return (
    <Page crumbs={[{ label: t("desk:title"), href: `/${lang}/desk` }, { label: t("desk:intake.title") }]}>
      <Head title={t("desk:intake.title")} lede={t("desk:intake.lede")} />
      <Section id="queue" title={t("desk:queue")} aside={t("desk:byDue")}>
        <Tabs
          label={t("desk:views")}
          tabs={VIEWS.map((state, index) => ({
            label: t(`desk:intake.view.${state}`),
            href: `${base}?state=${state}`,
            count: counts[index],
            current: state === view,
          }))}
        />
        {items.length === 0 ? (
          <EmptyState title={t(`desk:intake.none.${view}`)}>{t("desk:intake.noneText")}</EmptyState>
        ) : (
          <QueueTable
            caption={t(`desk:intake.view.${view}`)}
            rows={items.map((item) => ({
              ...item,
              href: `${base}/${item.code}`,
              what: t(item.paused ? "desk:intake.withProposer" : "obligations:kind.INTAKE_CHECK"),
            }))}
          />
        )}
      </Section>
    </Page>
  );
}
