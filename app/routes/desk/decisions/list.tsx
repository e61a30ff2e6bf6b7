import { useLoaderData } from "@remix-run/react";
import { DESK_SETTINGS } from "#app/domain/initiatives/desk/desk.ts";
import { listDesk } from "#app/domain/initiatives/desk/queries.server.ts";
import { rank } from "#app/domain/initiatives/desk/ranking.server.ts";
import { QueueTable } from "#app/ui/desk/queue.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { roleLoader } from "#app/web/guard.server.ts";

export const loader = roleLoader(["INTAKE", "INTAKE_HEAD", "STEERING", "AUDITOR"], async ({ actor, t }) => {
  const { kinds } = DESK_SETTINGS.decisions;
  const items = await listDesk(actor, kinds);
  const standings = await rank(items.map(({ code }) => code));
  return {
    title: t("desk:decisions.title"),
    items: items.map((item) => ({ ...item, standing: standings.find(({ code }) => code === item.code) ?? null })),
  };
});

export default function DecisionsDesk() {
  const { items } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  return (
    <Page crumbs={[{ label: t("desk:title"), href: `/${lang}/desk` }, { label: t("desk:decisions.title") }]}>
      <Head title={t("desk:decisions.title")} lede={t("desk:decisions.lede")} />
      <Section id="queue" title={t("desk:queue")} aside={t("desk:byDue")}>
        {items.length === 0 ? (
          <EmptyState title={t("desk:decisions.none")}>{t("desk:decisions.noneText")}</EmptyState>
        ) : (
          <QueueTable
            caption={t("desk:queue")}
            extra={t("desk:decisions.standing")}
            rows={items.map((item) => ({
              ...item,
              href: `/${lang}/desk/decisions/${item.code}`,
              what: t(item.kind === "STEERING_SUBMISSION" ? "desk:decisions.toSubmit" : "desk:decisions.toDecide"),
              extra: standingWords(item.standing),
            }))}
          />
        )}
      </Section>
    </Page>
  );

  function standingWords(standing: (typeof items)[number]["standing"]) {
    if (!standing || standing.total === null || standing.place === null) return t("desk:decisions.noScore");
    return (
      <>
        <strong>{format.number(standing.total, 1)}</strong>{" "}
        <span className="soft">
          {t("desk:decisions.place", { place: String(standing.place), count: standing.people })}
        </span>
      </>
    );
  }
}
