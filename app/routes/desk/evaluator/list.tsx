import { useLoaderData } from "@remix-run/react";
import { listSeats, type SeatItem } from "#app/domain/initiatives/desk/queries.server.ts";
import { QueueTable } from "#app/ui/desk/queue.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { roleLoader } from "#app/web/guard.server.ts";

export const loader = roleLoader(["EVALUATOR"], async ({ actor, t }) => {
  const seats = await listSeats(actor);
  const isMine = (seat: SeatItem) => seat.isOpen && !seat.scored && !seat.recused;
  return {
    title: t("desk:evaluator.title"),
    mine: seats.filter(isMine),
    past: seats.filter((seat) => !isMine(seat)),
  };
});

export default function EvaluatorDesk() {
  const { mine, past } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const rows = (seats: typeof mine) =>
    seats.map((seat) => ({
      ...seat,
      href: `/${lang}/desk/evaluator/${seat.code}`,
      what: t(`desk:evaluator.stage.${stageOf(seat)}`),
    }));
  return (
    <Page crumbs={[{ label: t("desk:title"), href: `/${lang}/desk` }, { label: t("desk:evaluator.title") }]}>
      <Head title={t("desk:evaluator.title")} lede={t("desk:evaluator.lede")} />
      <Section id="queue" title={t("desk:evaluator.mine")} aside={t("desk:byDue")}>
        {mine.length === 0 ? (
          <EmptyState title={t("desk:evaluator.none")}>{t("desk:evaluator.noneText")}</EmptyState>
        ) : (
          <QueueTable caption={t("desk:evaluator.mine")} rows={rows(mine)} />
        )}
      </Section>
      {past.length > 0 ? (
        <Section id="past" title={t("desk:evaluator.past")}>
          <QueueTable caption={t("desk:evaluator.past")} rows={rows(past)} />
        </Section>
      ) : null}
    </Page>
  );
}

function stageOf(seat: SeatItem): "recused" | "scored" | "closed" | "declare" | "score" {
  if (seat.recused) return "recused";
  if (seat.scored) return "scored";
  if (!seat.isOpen) return "closed";
  return seat.declared ? "score" : "declare";
}
