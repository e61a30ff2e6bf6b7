import type { StageStep } from "#app/domain/results/reports/report.ts";
import { RESULT_STAGES, type ResultStage } from "#app/domain/results/stage.ts";
import { Journey, type JourneyStep } from "#app/ui/blocks/journey.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** How far a result has come on its way to the market: each step with its day, what shows it or why, and who told it. */
export function StageJourney({ stages }: { stages: readonly StageStep[] }) {
  const { t, format } = useLanguage();
  const last = stages.at(-1);
  if (!last) return null;
  return (
    <Section id="market-way" title={t("reports:way.title")}>
      <p>
        <strong>
          {t("reports:way.now", { stage: t(`results:stage.${last.to}`), date: format.date(last.onDate) })}
        </strong>
      </p>
      <p className="s soft">{t("reports:way.how")}</p>
      <Steps stages={stages} next={nextOf(last.to)} />
    </Section>
  );
}

function Steps({ stages, next }: { stages: readonly StageStep[]; next: (typeof AHEAD)[number] | null }) {
  const { t, format } = useLanguage();
  const told = stages.map((step, index): JourneyStep => {
    const back = isFall(step) ? ` (${t("reports:way.back", { from: t(`results:stage.${step.from}`) })})` : "";
    return {
      key: `${step.entryNo} ${index}`,
      state: "done",
      when: format.date(step.onDate),
      title: t(`results:stage.${step.to}`) + back,
      text: <StepText step={step} />,
    };
  });
  const ahead: JourneyStep[] = next
    ? [
        {
          ...{ key: "next", state: "next", when: t("reports:way.next") },
          title: t(`results:stage.${next}`),
          text: t(`reports:way.needs.${next}`),
        },
      ]
    : [];
  return <Journey steps={[...told, ...ahead]} />;
}

function StepText({ step }: { step: StageStep }) {
  const { lang, t, format } = useLanguage();
  const passed = passedOver(step).map((stage) => t(`results:stage.${stage}`));
  const hand = `results:hand.${step.role}`;
  return (
    <>
      {[step.reason, step.evidence].filter((text, index, all) => text && all.indexOf(text) === index).join(" · ")}
      {passed.length > 0 ? (
        <>
          <br />
          <span className="soft">{t("reports:way.passed", { stages: passed.join(", ") })}</span>
        </>
      ) : null}
      <br />
      <span className="soft">
        {step.organisation ? (
          <>
            <Text of={step.organisation} badge={false} /> ·{" "}
          </>
        ) : null}
        {t.has(hand) ? t(hand) : step.role} ·{" "}
        <a href={`/${lang}/record/${step.entryNo}`}>{t("common:entry", { number: format.number(step.entryNo) })}</a>
      </span>
    </>
  );
}

/** Whether a result went back. */
function isFall(step: StageStep): step is StageStep & { from: ResultStage } {
  return (
    step.from !== null &&
    step.to !== "DISCONTINUED" &&
    RESULT_STAGES.indexOf(step.to) < RESULT_STAGES.indexOf(step.from)
  );
}

/** The stages between two that one fact went over, of which nothing of its own is shown. */
function passedOver({ from, to }: StageStep): ResultStage[] {
  if (from === null || to === "DISCONTINUED") return [];
  return RESULT_STAGES.slice(RESULT_STAGES.indexOf(from) + 1, RESULT_STAGES.indexOf(to));
}

/** The stages that can lie ahead: all but the first and the end. */
const AHEAD = ["LAB_VALIDATED", "DEMONSTRATED", "PILOT", "MARKET_READY", "ON_MARKET", "SCALING"] as const;

function nextOf(stage: ResultStage): (typeof AHEAD)[number] | null {
  if (stage === "DISCONTINUED") return null;
  return AHEAD[RESULT_STAGES.indexOf(stage)] ?? null;
}
