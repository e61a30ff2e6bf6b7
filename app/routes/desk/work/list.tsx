import { useLoaderData } from "@remix-run/react";
import { DESK_SETTINGS } from "#app/domain/initiatives/desk/desk.ts";
import { listDesk } from "#app/domain/initiatives/desk/queries.server.ts";
import { QueueTable } from "#app/ui/desk/queue.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { roleLoader } from "#app/web/guard.server.ts";

export const loader = roleLoader(["STEERING", "TASK_OWNER", "PARTY_REP", "VERIFIER", "AUDITOR"], async (page) => {
  const { kinds } = DESK_SETTINGS.work;
  return { title: page.t("work:desk.title"), items: await listDesk(page.actor, kinds) };
});

export default function WorkDesk() {
  const { items } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const base = `/${lang}/desk/work`;
  return (
    <Page crumbs={[{ label: t("desk:title"), href: `/${lang}/desk` }, { label: t("work:desk.title") }]}>
      <Head title={t("work:desk.title")} lede={t("work:desk.lede")} />
      <Section id="queue" title={t("desk:queue")} aside={t("desk:byDue")}>
        {items.length === 0 ? (
          <EmptyState title={t("work:desk.none")}>{t("work:desk.noneText")}</EmptyState>
        ) : (
          <QueueTable
            caption={t("desk:queue")}
            rows={items.map((item) => ({
              ...item,
              href: `${base}/${item.code}`,
              what: t(`work:desk.what.${item.kind === "ASSIGNMENT" ? "assign" : whatOf(item)}`),
            }))}
          />
        )}
      </Section>
    </Page>
  );
}

function whatOf({ kind, state }: { kind: string; state: string }): "close" | "begin" | "report" {
  if (kind === "IMPLEMENTATION_CHECK") return "close";
  return state === "ASSIGNED" ? "begin" : "report";
}
