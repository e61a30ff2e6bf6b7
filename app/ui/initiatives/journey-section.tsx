import type { InitiativeState, Track } from "#app/domain/initiatives/initiative.ts";
import { type Holder, stepsAhead } from "#app/domain/initiatives/journey.ts";
import type { PublicObligation } from "#app/domain/obligations/board.ts";
import { Journey, type JourneyStep } from "#app/ui/blocks/journey.tsx";
import { StackedBar } from "#app/ui/charts/stacked-bar.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { debtorWords } from "#app/ui/initiatives/words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import type { House } from "#app/ui/marks/house.tsx";

export type SentStep = {
  fromState: string | null;
  toState: string;
  role: string;
  body: { name: string; house: House } | null;
  reason: string | null;
  reasonCode: string | null;
  on: string;
  used: { days: number; allowed: number } | null;
};

const FILLS = { INTAKE: "ink", PROPOSER: "rule", CHAIR: "edge", DECIDER: "ink" } as const;

/** The way an initiative went, whose time it took, what is on now and what comes next. */
export function JourneySection(props: {
  state: InitiativeState;
  track: Track;
  steps: readonly SentStep[];
  open: PublicObligation | null;
  holders: readonly { holder: Holder; days: number }[];
}) {
  const { t } = useLanguage();
  const total = props.holders.reduce((sum, one) => sum + one.days, 0);
  return (
    <Section id="journey" title={t("initiatives:journey.title")} aside={t("initiatives:journey.aside")}>
      {total > 0 ? (
        <figure className="fig whose">
          <figcaption>
            <b>{t("initiatives:journey.whose", { count: total })}</b>
          </figcaption>
          <StackedBar
            parts={props.holders.map(({ holder, days }) => ({ key: holder, value: days, fill: FILLS[holder] }))}
            label={props.holders.map(({ holder, days }) => holderWords(holder, days)).join("; ")}
          />
          <ul className="key">
            {props.holders
              .filter(({ days }) => days > 0)
              .map(({ holder, days }) => (
                <li key={holder}>{holderWords(holder, days)}</li>
              ))}
          </ul>
        </figure>
      ) : null}
      <Journey steps={[...doneSteps(), ...nowSteps(), ...nextSteps()]} />
    </Section>
  );

  function holderWords(holder: Holder, days: number): string {
    return t(`initiatives:journey.holder.${holder}`, { count: days });
  }

  function doneSteps(): JourneyStep[] {
    return props.steps.map((step, index) => ({
      key: `${index}`,
      state: "done",
      when: <When on={step.on} />,
      title: stepTitle(step),
      text: stepText(step),
      ...(step.used ? { used: step.used } : {}),
    }));
  }

  function nowSteps(): JourneyStep[] {
    const { open } = props;
    if (!open) return [];
    const kind = `obligations:kind.${open.kind}`;
    return [
      {
        key: "now",
        state: "now",
        when: open.dueOn ? <When on={open.dueOn} until /> : "",
        title: t.has(kind) ? t(kind) : open.kind,
        text: t("initiatives:journey.turnOf", { who: debtorWords(t, open.debtor) }),
        clock: { state: open.clock.state, days: open.clock.days },
      },
    ];
  }

  function nextSteps(): JourneyStep[] {
    const ahead = stepsAhead(props.track, props.state).slice(props.open ? 1 : 0);
    return ahead.map((state) => ({
      key: `next-${state}`,
      state: "next",
      when: t("initiatives:journey.next"),
      title: t(state === "ACCEPTED" ? "initiatives:journey.decision" : "initiatives:journey.ahead", {
        state: t(`initiatives:state.${state}`),
      }),
    }));
  }

  function stepTitle(step: SentStep): string {
    const key = `initiatives:step.${step.fromState === "NEEDS_COMPLETION" && step.toState === "SUBMITTED" ? "RESUBMITTED" : step.toState}`;
    return t.has(key) ? t(key) : step.toState;
  }

  function stepText(step: SentStep): string | null {
    const who = step.body?.name ?? (step.role === "CLOCK" ? t("initiatives:journey.clock") : null);
    const code = step.reasonCode ? `initiatives:formReason.${step.reasonCode}` : null;
    return [who, code && t.has(code) ? t(code) : null].filter(Boolean).join(". ") || null;
  }
}

function When(props: { on: string; until?: boolean }) {
  const { t, format } = useLanguage();
  const date = <time dateTime={props.on}>{format.date(props.on)}</time>;
  if (!props.until) return date;
  return (
    <>
      {t("initiatives:journey.until")} {date}
    </>
  );
}
