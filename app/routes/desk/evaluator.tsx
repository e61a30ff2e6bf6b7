import { useLoaderData } from "@remix-run/react";
import { listSeats } from "#app/domain/initiatives/desk/queries.server.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState, Tag } from "#app/ui/marks/notice.tsx";
import { roleLoader } from "#app/web/guard.server.ts";

export const loader = roleLoader(["EVALUATOR"], async ({ t, actor }) => ({
  title: t("initiatives:desk.evaluator.title"),
  items: await listSeats(actor),
}));

export default function EvaluatorDesk() {
  const { title, items } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  return (
    <Page crumbs={[{ label: title }]}>
      <Head title={title} lede={t("initiatives:desk.evaluator.lede")} />
      {items.length === 0 ? (
        <EmptyState title={t("initiatives:desk.none")}>{t("initiatives:desk.noneText")}</EmptyState>
      ) : (
        <ol className="list">
          {items.map((item) => (
            <li className="hit" key={`${item.code} ${item.round}`}>
              <p className="eyebrow">
                <span className="nw">{item.code}</span>
                <Tag>{t(`initiatives:track.${item.track}`)}</Tag>
                <Tag>{t(`initiatives:desk.seats.${stageOf(item)}`)}</Tag>
              </p>
              <h2 className="h-s">
                <a href={`/${lang}/desk/evaluator/${item.code}`}>
                  <Text of={item.title} />
                </a>
              </h2>
              {item.isOpen && item.dueOn ? (
                <p className="s soft">
                  {t("initiatives:desk.col.due")}: {format.date(item.dueOn)}
                </p>
              ) : null}
            </li>
          ))}
        </ol>
      )}
    </Page>
  );
}

function stageOf(item: { recused: boolean; scored: boolean; declared: boolean }) {
  if (item.recused) return "recused" as const;
  if (item.scored) return "scored" as const;
  return item.declared ? ("declared" as const) : ("invited" as const);
}
