import { gapOf, type PublishedAssessment } from "#app/domain/monitoring/assessments/assessment.ts";
import type { SubjectAssessment, SubjectMonitoring } from "#app/domain/monitoring/assessments/subject-assessment.ts";
import type { FindingItem } from "#app/domain/monitoring/findings/finding.ts";
import type { ListedRecommendation } from "#app/domain/monitoring/recommendations/recommendation.ts";
import { Foreign, Text } from "#app/ui/foreign.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { SubjectOpinion } from "../opinion/subject-opinion.tsx";
import { TwoVoices } from "./two-voices.tsx";

/** Findings with how grave they are and what is recommended. */
export function FindingTable({ findings }: { findings: readonly FindingItem[] }) {
  const { lang, t } = useLanguage();
  return (
    <StackTable
      caption={t("monitoring:findings")}
      columns={[
        { label: t("monitoring:finding"), heads: true },
        { label: t("monitoring:field.severity") },
        { label: t("monitoring:recommendations"), numeric: true },
      ]}
      rows={findings.map((finding) => ({
        key: finding.code,
        cells: [
          <>
            <a href={`/${lang}/monitoring/findings/${finding.code}`}>
              <Foreign lang={finding.language}>{finding.title}</Foreign>
            </a>{" "}
            <small className="soft nw">{finding.code}</small>{" "}
            {finding.state === "PUBLISHED" ? null : <Tag>{t(`monitoring:findingState.${finding.state}`)}</Tag>}
          </>,
          t(`monitoring:severity.${finding.severity}`),
          finding.recommendations,
        ],
      }))}
    />
  );
}

/** Recommendations: to whom, by when, and the two columns that are never one: the Front's status, the addressee's progress. */
export function RecommendationTable({ recommendations }: { recommendations: readonly ListedRecommendation[] }) {
  const { lang, t, format } = useLanguage();
  return (
    <StackTable
      caption={t("monitoring:recommendations")}
      columns={[
        { label: t("monitoring:recommendation"), heads: true },
        { label: t("monitoring:addressee") },
        { label: t("monitoring:due") },
        { label: t("monitoring:statusLabel") },
        { label: t("monitoring:progressLabel") },
      ]}
      rows={recommendations.map((one) => ({
        key: one.code,
        cells: [
          <>
            <a href={`/${lang}/monitoring/recommendations/${one.code}`}>
              <Foreign lang={one.language}>{one.text}</Foreign>
            </a>{" "}
            <small className="soft nw">{one.code}</small>{" "}
            {one.priority ? <Tag>{t("monitoring:priorityTag")}</Tag> : null}
          </>,
          <Text key="addressee" of={one.addressee.name} badge={false} />,
          <span className="nw" key="due">
            {format.date(one.dueOn)}
          </span>,
          t(`monitoring:status.${one.status}`),
          t(`monitoring:progress.${one.progress}`),
        ],
      }))}
    />
  );
}

/** Published assessments of a campaign, both voices in a row. */
export function AssessmentTable({ assessments }: { assessments: readonly PublishedAssessment[] }) {
  const { lang, t, format } = useLanguage();
  return (
    <StackTable
      caption={t("monitoring:assessments")}
      columns={[
        { label: t("monitoring:subject"), heads: true },
        { label: t("monitoring:selfVoice") },
        { label: t("monitoring:frontVoice") },
        { label: "±", numeric: true },
      ]}
      rows={assessments.map((one) => {
        const gap = gapOf(one.selfCompletion, one.codes?.completion ?? null);
        return {
          key: one.unitId,
          cells: [
            <>
              <a href={`/${lang}/monitoring/assessments/${one.unitId}`}>{one.key}</a>
              {one.body ? (
                <small className="soft">
                  {" "}
                  <Text of={one.body.name} badge={false} />
                </small>
              ) : null}
            </>,
            one.selfCompletion ? t(`monitoring:completion.${one.selfCompletion}`) : t("monitoring:selfNone"),
            one.codes ? t(`monitoring:completion.${one.codes.completion}`) : null,
            gap === null ? "–" : gap > 0 ? `+${format.number(gap)}` : format.number(gap),
          ],
        };
      })}
    />
  );
}

/** What the Front published of a subject and what people say of it, on the subject's own page; nothing where nothing was. */
export function MonitoredSection({ code, monitoring }: { code: string; monitoring: SubjectMonitoring }) {
  const { lang, t, format } = useLanguage();
  const { assessments, signals } = monitoring;
  return (
    <>
      {assessments.length > 0 ? (
        <Section id="monitoring" title={t("monitoring:ofSubject")}>
          {assessments.map((one) => (
            <div className="flow" key={one.unitId}>
              <p className="s soft">
                <a href={`/${lang}/monitoring/campaigns/${one.campaign}`}>{one.campaign}</a>
                {one.publishedAt
                  ? `, ${t("monitoring:published", { date: format.date(format.dayOf(one.publishedAt)) })}`
                  : null}
              </p>
              <TwoVoices assessment={one} />
              <SubjectFindings findings={one.findings} />
              <p>
                <a href={`/${lang}/monitoring/assessments/${one.unitId}`}>{t("monitoring:fullAssessment")}</a>
              </p>
            </div>
          ))}
        </Section>
      ) : null}
      <SubjectOpinion code={code} signals={signals} />
    </>
  );
}

/** The findings about a subject, each with where its recommendations stand. */
function SubjectFindings({ findings }: Pick<SubjectAssessment, "findings">) {
  const { lang, t } = useLanguage();
  if (findings.length === 0) return null;
  return (
    <>
      <h3>{t("monitoring:findings")}</h3>
      <ul className="flow tight">
        {findings.map(({ code, title, language, severity, recommendations }) => (
          <li key={code}>
            <a href={`/${lang}/monitoring/findings/${code}`}>
              <Foreign lang={language}>{title}</Foreign>
            </a>{" "}
            <span className="s soft">
              {t("monitoring:severityOf", { severity: t(`monitoring:severity.${severity}`) })}
              {recommendations.map((one) => (
                <span key={one.code}>
                  {" · "}
                  <a href={`/${lang}/monitoring/recommendations/${one.code}`}>{one.code}</a>:{" "}
                  {t(`monitoring:status.${one.status}`)}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
