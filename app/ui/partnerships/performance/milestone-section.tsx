import type { MilestoneState, MilestoneStepKind } from "#app/domain/partnerships/performance/performance.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { Journey } from "#app/ui/blocks/journey.tsx";
import { ThinBar } from "#app/ui/blocks/stats.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState, Tag } from "#app/ui/marks/notice.tsx";
import { PartyCell } from "#app/ui/partnerships/capital/party-cell.tsx";
import type { ListedParty } from "#app/ui/partnerships/party-list.tsx";
import { EntryLink } from "#app/ui/record/entry-link.tsx";
import { Shown, type ShownEvidence } from "./verdict.tsx";

export type ShownMilestone = {
  number: number;
  title: string;
  measure: string;
  weight: number;
  dueOn: string;
  state: MilestoneState;
  isLate: boolean;
  party: ListedParty | null;
  entryNo: number | null;
  steps: readonly (ShownEvidence & {
    kind: MilestoneStepKind;
    body: Texts;
    post: string;
    note: string;
    at: string;
    entryNo: number | null;
  })[];
};

/** The milestones in the order of their days: what is reached, what is looked at, what is to come. */
export function MilestoneSection(props: {
  milestones: readonly ShownMilestone[];
  progressPpm: number | null;
  today: string;
}) {
  const { t, format } = useLanguage();
  const { milestones, progressPpm } = props;
  return (
    <Section
      id="milestones"
      title={t("performance:milestones")}
      aside={t("performance:asOf", { date: format.date(props.today) })}
    >
      <div className="flow">
        {milestones.length === 0 ? <EmptyState title={t("performance:none.milestones")} /> : null}
        {progressPpm === null ? null : (
          <p>
            <ThinBar sharePpm={progressPpm} /> {t("performance:progress", { share: format.percent(progressPpm) })}
          </p>
        )}
        {milestones.length === 0 ? null : (
          <Journey
            steps={milestones.map((milestone) => ({
              key: String(milestone.number),
              state: milestone.state === "MET" || milestone.state === "WAIVED" ? "done" : "next",
              when: <time dateTime={milestone.dueOn}>{format.date(milestone.dueOn)}</time>,
              title: `${milestone.number}. ${milestone.title}`,
              text: <About milestone={milestone} />,
            }))}
          />
        )}
        {milestones
          .filter(({ steps }) => steps.length > 0)
          .map((milestone) => (
            <Steps key={milestone.number} milestone={milestone} />
          ))}
      </div>
    </Section>
  );
}

function About(props: { milestone: ShownMilestone }) {
  const { t } = useLanguage();
  const { number, state, isLate, party, weight, measure, entryNo } = props.milestone;
  return (
    <span id={`milestone-${number}`}>
      <Tag>{t(`performance:state.${state}`)}</Tag> {isLate ? <Tag>{t("performance:late")}</Tag> : null}{" "}
      <PartyCell party={party} /> · {t("performance:weight", { weight: String(weight) })} ·{" "}
      {t("performance:shownBy", { measure })} <EntryLink entryNo={entryNo} />
    </span>
  );
}

function Steps(props: { milestone: ShownMilestone }) {
  const { t, format } = useLanguage();
  const { number, title, steps } = props.milestone;
  return (
    <details className="data">
      <summary>{t("performance:history", { number: String(number), title })}</summary>
      <ol>
        {steps.map(({ kind, body, post, note, at, entryNo, ...shown }) => (
          <li key={at + kind}>
            <strong>{t(`performance:state.${kind}`)}</strong>, <time dateTime={at}>{format.dateTime(at)}</time>,{" "}
            <Text of={body} /> (
            {post === "VERIFIER" ? t("record:post.VERIFIER") : post === "PARTY_REP" ? t("record:post.PARTY_REP") : post}
            ): {note} <EntryLink entryNo={entryNo} />
            <Shown by={shown} />
          </li>
        ))}
      </ol>
    </details>
  );
}
