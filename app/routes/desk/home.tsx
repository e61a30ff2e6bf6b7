import { useLoaderData } from "@remix-run/react";
import { type Actor, holds } from "#app/domain/accounts/actor.ts";
import { actsAt, DESK_SETTINGS, type Desk, deskOf, desksOf } from "#app/domain/initiatives/desk/desk.ts";
import { countDesk, listDesk, listSeats } from "#app/domain/initiatives/desk/queries.server.ts";
import { readsModeration } from "#app/domain/initiatives/moderation/moderation.policy.ts";
import { listQueue as listModeration } from "#app/domain/initiatives/moderation/queries.server.ts";
import { listWaiting } from "#app/domain/organisations/queries.server.ts";
import { mayReadAppraisals } from "#app/domain/partnerships/appraisals/appraisal.policy.ts";
import { listWaitingAppraisals } from "#app/domain/partnerships/appraisals/queries.server.ts";
import { listQueue } from "#app/domain/results/verification/queries.server.ts";
import { QueueTable } from "#app/ui/desk/queue.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Card } from "#app/ui/lists/card.tsx";
import { ClockChip } from "#app/ui/marks/clock-chip.tsx";
import { EmptyState, Notice } from "#app/ui/marks/notice.tsx";
import { roleLoader } from "#app/web/guard.server.ts";

const SHOWN = 10;

const ROLES = [
  "INTAKE",
  "CHAIR",
  "EVALUATOR",
  "INTAKE_HEAD",
  "STEERING",
  "TASK_OWNER",
  "VERIFIER",
  "PARTY_REP",
  "RESULT_OFFICER",
  "AUDITOR",
  "ADMIN",
] as const;

export const loader = roleLoader(ROLES, async ({ actor, t }) => {
  const desks = desksOf(actor);
  const kinds = desks.flatMap((desk) => DESK_SETTINGS[desk].kinds);
  const [duties, counts, seats] = await Promise.all([
    listDesk(actor, kinds, { shown: "running", limit: SHOWN }),
    countDesk(actor, kinds),
    holds(actor, "EVALUATOR") ? listSeats(actor) : [],
  ]);
  const open = seats.filter((seat) => seat.isOpen && !seat.scored && !seat.recused);
  const countOf = (desk: Desk, what: "running" | "over") =>
    sum(counts.map((count) => (deskOf(count.kind) === desk ? count[what] : 0)));
  return {
    title: t("desk:title"),
    desks: desks.map((desk) => ({
      desk,
      count: desk === "evaluator" ? open.length : countOf(desk, "running"),
      over: countOf(desk, "over"),
    })),
    acts: desks.some((desk) => actsAt(actor, desk)),
    duties: duties.map((duty) => ({ ...duty, desk: deskOf(duty.kind) })),
    seats: open.slice(0, SHOWN),
    more: sum(counts.map(({ running }) => running)) - duties.length,
    others: await otherDesks(actor),
  };
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** What the actor's roles open beside the initiatives, and how much waits there. */
async function otherDesks(actor: Actor): Promise<OtherDesk[]> {
  const isOfficer = holds(actor, "RESULT_OFFICER");
  const [results, organisations, comments, appraisals] = await Promise.all([
    isOfficer ? listQueue(actor, "SUBMITTED") : null,
    isOfficer || holds(actor, "INTAKE") ? listWaiting() : null,
    readsModeration(actor) ? listModeration(actor) : null,
    mayReadAppraisals(actor) ? listWaitingAppraisals(actor) : null,
  ]);
  return [
    ...(results ? [{ name: "results" as const, count: results.counts.SUBMITTED }] : []),
    ...(organisations ? [{ name: "organisations" as const, count: organisations.length }] : []),
    ...(comments ? [{ name: "moderation" as const, count: comments.length }] : []),
    ...(appraisals ? [{ name: "appraisals" as const, count: appraisals.length }] : []),
    ...(holds(actor, "ADMIN") ? [{ name: "admin" as const, count: null }] : []),
  ];
}

export default function Desks() {
  const { desks, acts, duties, seats, more, others } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const rows = [
    ...seats.map((seat) => ({
      ...seat,
      href: `/${lang}/desk/evaluator/${seat.code}`,
      what: t(`desk:evaluator.stage.${seat.declared ? "score" : "declare"}`),
    })),
    ...duties.map((duty) => ({
      ...duty,
      href: `/${lang}/desk/${duty.desk}/${duty.code}`,
      what: dutyWords(`obligations:kind.${duty.kind}`),
    })),
  ];
  const title = t(acts ? "desk:mine.title" : "desk:mine.readOnly");
  return (
    <Page crumbs={[{ label: t("desk:title") }]}>
      <Head title={t("desk:title")} lede={t("desk:lede")} />
      {acts || desks.length === 0 ? null : (
        <Notice>
          <p>{t("desk:auditor")}</p>
        </Notice>
      )}
      {desks.length > 0 ? (
        <Section id="mine" title={title} aside={t("desk:byDue")}>
          {rows.length === 0 ? (
            <EmptyState title={t("desk:mine.none")}>{t("desk:mine.noneText")}</EmptyState>
          ) : (
            <QueueTable caption={title} rows={rows} />
          )}
          {more > 0 ? <p className="s soft">{t("desk:mine.more", { count: more })}</p> : null}
          <p className="rest">
            <a className="btn" href={`/${lang}/desk/inbox`}>
              {t("inbox:open")}
            </a>
          </p>
        </Section>
      ) : null}
      <Section id="desks" title={t("desk:desks")}>
        <DeskCards desks={desks} others={others} />
      </Section>
    </Page>
  );

  function dutyWords(key: string): string {
    return t.has(key) ? t(key) : "";
  }
}

const OTHER_PATHS = {
  results: "/desk/results",
  organisations: "/desk/organisations",
  moderation: "/desk/moderation",
  appraisals: "/desk/appraisals",
  admin: "/admin",
} as const;
type OtherDesk = { name: keyof typeof OTHER_PATHS; count: number | null };

function DeskCards(props: {
  desks: readonly { desk: Desk; count: number; over: number }[];
  others: readonly OtherDesk[];
}) {
  const { lang, t } = useLanguage();
  const words = {
    results: [t("results:desk.title"), t("results:desk.lede")],
    organisations: [t("organisations:desk.title"), t("organisations:desk.lede")],
    moderation: [t("voice:desk.title"), t("voice:desk.lede")],
    appraisals: [t("appraisals:desk"), t("appraisals:deskLede")],
    admin: [t("organisations:admin.title"), t("organisations:admin.lede")],
  } as const;
  return (
    <div className="desks">
      {props.desks.map(({ desk, count, over }) => (
        <Card key={desk} href={`/${lang}/desk/${desk}`} title={t(`desk:${desk}.title`)} text={t(`desk:${desk}.card`)}>
          <p className="row">
            <strong>{t("desk:waiting", { count })}</strong>
            {over > 0 ? <ClockChip state="over" /> : null}
            {over > 0 ? <span className="s">{t("desk:overdue", { count: over })}</span> : null}
          </p>
        </Card>
      ))}
      {props.others.map(({ name, count }) => (
        <Card key={name} href={`/${lang}${OTHER_PATHS[name]}`} title={words[name][0]} text={words[name][1]}>
          {count === null ? null : (
            <p>
              <strong>{t("desk:waiting", { count })}</strong>
            </p>
          )}
        </Card>
      ))}
    </div>
  );
}
