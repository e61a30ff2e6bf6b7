import { useLoaderData } from "@remix-run/react";
import { listLegalParameters } from "#app/domain/catalogue/queries.server.ts";
import { checklistOf } from "#app/domain/initiatives/completeness.ts";
import { TRACKS, type Track } from "#app/domain/initiatives/initiative.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { NeededItems } from "#app/ui/initiatives/checklist/needed-items.tsx";
import { ScoredCriteria } from "#app/ui/initiatives/checklist/scored-criteria.tsx";
import { StepLimits } from "#app/ui/initiatives/checklist/step-limits.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { notFound, publicLoader } from "#app/web/guard.server.ts";

export const loader = publicLoader(async ({ params, t }) => {
  const track = TRACKS.find((one) => one.toLowerCase() === params["track"]);
  if (!track) throw notFound();
  const today = dayInVietnam(new Date());
  const inForce = (await listLegalParameters()).filter(
    ({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo > today),
  );
  return {
    title: t(`checklist:title.${track}`),
    description: t("checklist:lede"),
    track,
    items: checklistOf(track),
    clocks: clocksOf(track).flatMap((key) =>
      inForce.filter((one) => one.key === key).map((one) => ({ ...one, value: one.value.toString() })),
    ),
  };
});

/** The limits of the steps of a track, in their order. */
function clocksOf(track: Track): string[] {
  const isBreakthrough = track === "BREAKTHROUGH";
  return [
    "intake-check.working-days",
    "completion.working-days",
    `council-set-up.${track.toLowerCase()}.working-days`,
    "evaluation.working-days",
    "author-reply.working-days",
    ...(isBreakthrough ? ["steering-submission.working-days"] : []),
    "decision.working-days",
    "appeal.calendar-days",
    "appeal-review.working-days",
    "assignment.working-days",
  ].map((name) => `initiative.${name}`);
}

export default function SubmitNeeds() {
  const { title, track, items, clocks } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const other = track === "ORDINARY" ? "BREAKTHROUGH" : "ORDINARY";
  return (
    <Page crumbs={[{ label: t("initiatives:submit.title"), href: `/${lang}/submit` }, { label: title }]}>
      <Head title={title} lede={t("checklist:lede")} />
      <p className="row">
        <a className="btn" href={`/${lang}/submit`}>
          {t("checklist:start")}
        </a>
        <a href={`/${lang}/submit/needs/${other.toLowerCase()}`}>{t(`checklist:other.${other}`)}</a>
      </p>
      <Section id="items" title={t("checklist:items")} aside={t("checklist:itemsAside")}>
        <div className="flow">
          <NeededItems items={items} />
          <p className="read">{t("checklist:files")}</p>
          <p className="read">{t("checklist:closed")}</p>
        </div>
      </Section>
      <Section id="scored" title={t("checklist:scored")} aside={t("checklist:scoredAside")}>
        <ScoredCriteria track={track} />
      </Section>
      <Section id="clocks" title={t("checklist:clocks")} aside={t("checklist:clocksAside")}>
        <StepLimits limits={clocks} />
      </Section>
    </Page>
  );
}
