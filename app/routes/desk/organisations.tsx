import { useLoaderData } from "@remix-run/react";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { mayVerify } from "#app/domain/organisations/organisation.policy.ts";
import { listWaiting } from "#app/domain/organisations/queries.server.ts";
import { handWords } from "#app/ui/board/board-words.ts";
import { BoardKey, ObligationBoard } from "#app/ui/board/obligation-board.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { HouseName } from "#app/ui/marks/house.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { roleLoader } from "#app/web/guard.server.ts";

export const loader = roleLoader(["INTAKE", "RESULT_OFFICER"], async ({ t, actor }) => {
  const at = new Date();
  const waiting = await listWaiting(at);
  return {
    title: t("organisations:desk.title"),
    now: at.toISOString(),
    today: dayInVietnam(at),
    items: waiting.map(({ createdById, ...one }) => ({ ...one, mine: !mayVerify(actor, { id: one.id, createdById }) })),
  };
});

export default function OrganisationDesk() {
  const { items, now, today } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const title = t("organisations:desk.title");
  return (
    <Page crumbs={[{ label: title }]}>
      <Head title={title} lede={t("organisations:desk.lede")} />
      {items.length === 0 ? (
        <EmptyState title={t("organisations:desk.none")}>{t("organisations:desk.noneText")}</EmptyState>
      ) : (
        <Section
          id="waiting"
          title={t("organisations:desk.waiting", { count: items.length })}
          aside={t("obligations:asOf", { time: format.dateTime(now) })}
        >
          <BoardKey />
          <ObligationBoard
            caption={title}
            today={today}
            rows={items.map((one) => ({
              key: one.id,
              what: <Text of={one.names} />,
              href: `/${lang}/desk/organisations/${one.code}`,
              subject: (
                <>
                  <HouseName house={one.house} /> · <span className="nw">{one.code}</span>
                  {one.mine ? ` · ${t("organisations:desk.own")}` : null}
                </>
              ),
              debtor: { house: one.debtor.house ?? "OTHER", name: handWords(t, lang, one.debtor) },
              clock: {
                state: one.clock.state,
                openedOn: one.openedOn,
                originalDueOn: one.originalDueOn,
                dueOn: one.clock.dueOn,
              },
              days: one.clock.days,
            }))}
          />
        </Section>
      )}
    </Page>
  );
}
