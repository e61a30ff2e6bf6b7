import { useLoaderData } from "@remix-run/react";
import { DESK_SETTINGS } from "#app/domain/initiatives/desk/desk.ts";
import { listDesk } from "#app/domain/initiatives/desk/queries.server.ts";
import { QueueTable } from "#app/ui/desk/queue.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { stateWords } from "#app/ui/initiatives/initiative-row.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { roleLoader } from "#app/web/guard.server.ts";

export const loader = roleLoader(["CHAIR", "AUDITOR"], async ({ actor, t }) => {
  const { kinds } = DESK_SETTINGS.chair;
  return { title: t("desk:chair.title"), items: await listDesk(actor, kinds) };
});

export default function ChairDesk() {
  const { items } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  return (
    <Page crumbs={[{ label: t("desk:title"), href: `/${lang}/desk` }, { label: t("desk:chair.title") }]}>
      <Head title={t("desk:chair.title")} lede={t("desk:chair.lede")} />
      <Section id="queue" title={t("desk:queue")} aside={t("desk:byDue")}>
        {items.length === 0 ? (
          <EmptyState title={t("desk:chair.none")}>{t("desk:chair.noneText")}</EmptyState>
        ) : (
          <QueueTable
            caption={t("desk:queue")}
            extra={t("desk:column.state")}
            rows={items.map((item) => ({
              ...item,
              href: `/${lang}/desk/chair/${item.code}`,
              what: t(item.kind === "COUNCIL_SET_UP" ? "desk:chair.toOpen" : "desk:chair.toClose"),
              extra: stateWords(item.state, t),
            }))}
          />
        )}
      </Section>
    </Page>
  );
}
