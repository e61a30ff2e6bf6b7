import type { InitiativeState, Track } from "#app/domain/initiatives/initiative.ts";
import { type Holder, stepsAhead } from "#app/domain/initiatives/journey.ts";
import type { PublicObligation } from "#app/domain/obligations/board.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { pickText, type Texts } from "#app/platform/languages/texts.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { Journey, type JourneyStep } from "#app/ui/blocks/journey.tsx";
import { handWords } from "#app/ui/board/board-words.ts";
import { StackedBar } from "#app/ui/charts/stacked-bar.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import type { House } from "#app/ui/marks/house.tsx";

export type SentStep = {
  fromState: string | null;
  toState: string;
  role: string;
  body: { names: Texts; house: House } | null;
  reason: string | null;
  reasonCode: string | null;
  on: string;
  used: { days: number; allowed: number } | null;
};

const FILLS = { INTAKE: "ink", PROPOSER: "rule", CHAIR: "edge", DECIDER: "ink" } as const;

type Props = {
  state: InitiativeState;
  track: Track;
  steps: readonly SentStep[];
  open: PublicObligation | null;
  holders: readonly { holder: Holder; days: number }[];
};

/** The way an initiative went, whose time it took, what is on now and what comes next. */
export function JourneySection(props: Props) {
  const { lang, t } = useLanguage();
  return (
    <Section id="journey" title={t("initiatives:journey.title")} aside={t("initiatives:journey.aside")}>
      <WhoseTime holders={props.holders} />
      <Journey steps={[...doneSteps(props, t, lang), ...nowSteps(props, t, lang), ...nextSteps(props, t)]} />
    </Section>
  );
}

function WhoseTime(props: Pick<Props, "holders">) {
  const { t } = useLanguage();
  const total = props.holders.reduce((sum, one) => sum + one.days, 0);
  if (total === 0) return null;
  const words = props.holders.map((one) => ({
    ...one,
    text: t(`initiatives:journey.holder.${one.holder}`, { count: one.days }),
  }));
  return (
    <figure className="fig whose">
      <figcaption>
        <b>{t("initiatives:journey.whose", { count: total })}</b>
      </figcaption>
      <StackedBar
        parts={words.map(({ holder, days }) => ({ key: holder, value: days, fill: FILLS[holder] }))}
        label={words.map(({ text }) => text).join("; ")}
      />
      <ul className="key">
        {words
          .filter(({ days }) => days > 0)
          .map(({ holder, text }) => (
            <li key={holder}>{text}</li>
          ))}
      </ul>
    </figure>
  );
}

function doneSteps({ steps }: Props, t: Translate, lang: Language): JourneyStep[] {
  return steps.map((step, index) => ({
    key: `${index}`,
    state: "done",
    when: <When on={step.on} />,
    title: stepTitle(step, t),
    text: stepText(step, t, lang),
    ...(step.used ? { used: step.used } : {}),
  }));
}

function nowSteps({ open }: Props, t: Translate, lang: Language): JourneyStep[] {
  if (!open) return [];
  const kind = `obligations:kind.${open.kind}`;
  return [
    {
      key: "now",
      state: "now",
      when: open.dueOn ? <When on={open.dueOn} until /> : "",
      title: t.has(kind) ? t(kind) : open.kind,
      text: t("initiatives:journey.turnOf", { who: handWords(t, lang, open.debtor) }),
      clock: { state: open.clock.state, days: open.clock.days },
    },
  ];
}

function nextSteps({ track, state, open }: Props, t: Translate): JourneyStep[] {
  return stepsAhead(track, state)
    .slice(open ? 1 : 0)
    .map((ahead) => ({
      key: `next-${ahead}`,
      state: "next",
      when: t("initiatives:journey.next"),
      title: aheadTitle(ahead, t),
    }));
}

/** What a step that is still to come is called. */
export function aheadTitle(ahead: InitiativeState, t: Translate): string {
  if (ahead === "ACCEPTED") return t("initiatives:journey.decision");
  return ahead === "CLOSED_APPLIED" ? t("initiatives:journey.end") : t(`initiatives:state.${ahead}`);
}

function stepTitle(step: SentStep, t: Translate): string {
  const isAgain = step.fromState === "NEEDS_COMPLETION" && step.toState === "SUBMITTED";
  const key = `initiatives:step.${isAgain ? "RESUBMITTED" : step.toState}`;
  return t.has(key) ? t(key) : step.toState;
}

function stepText(step: SentStep, t: Translate, lang: Language): string | null {
  const body = step.body && pickText(step.body.names, lang)?.text;
  const who = body ?? (step.role === "CLOCK" ? t("initiatives:journey.clock") : null);
  const reason = `initiatives:formReason.${step.reasonCode}`;
  return [who, t.has(reason) ? t(reason) : null].filter(Boolean).join(". ") || null;
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
