import {
  COMPLETIONS,
  type Completion,
  type FoundAssessment,
  gapOf,
  mustExplain,
} from "#app/domain/monitoring/assessments/assessment.ts";
import { Foreign } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { postWord } from "#app/ui/record/entry-words.ts";

type Voiced = Pick<
  FoundAssessment,
  "selfCompletion" | "selfReport" | "selfSource" | "selfReportedOn" | "codes" | "settledAt" | "language" | "explanation"
>;

/** What a body says of itself beside what was verified, on the same scale, each with its date; never one number. */
export function TwoVoices({ assessment }: { assessment: Voiced }) {
  const { t, format } = useLanguage();
  const { selfCompletion, selfSource, selfReportedOn, codes, settledAt, language } = assessment;
  return (
    <>
      <div className="panes voices">
        <div className="flow tight">
          <h3>{t("monitoring:selfVoice")}</h3>
          <Scale level={selfCompletion} />
          <p>{selfCompletion ? t(`monitoring:completion.${selfCompletion}`) : t("monitoring:selfNone")}</p>
          {assessment.selfReport ? (
            <p className="quote">
              <Foreign lang={language}>{assessment.selfReport}</Foreign>
            </p>
          ) : null}
          {selfReportedOn ? (
            <p className="s soft">{[selfSource, format.date(selfReportedOn)].filter(Boolean).join(", ")}</p>
          ) : null}
        </div>
        <div className="flow tight">
          <h3>{t("monitoring:frontVoice")}</h3>
          <Scale level={codes?.completion ?? null} verified />
          <p>{codes ? t(`monitoring:completion.${codes.completion}`) : t("monitoring:notSettled")}</p>
          {settledAt ? <p className="s soft">{format.date(format.dayOf(settledAt))}</p> : null}
        </div>
      </div>
      <Gap assessment={assessment} />
    </>
  );
}

/** Five squares, filled up to the level; the words stand beneath. */
function Scale({ level, verified = false }: { level: Completion | null; verified?: boolean }) {
  const { t } = useLanguage();
  const reached = level === null ? -1 : COMPLETIONS.indexOf(level);
  return (
    <span className={verified ? "trl verified" : "trl self"}>
      <svg aria-hidden="true" focusable="false">
        {COMPLETIONS.map((one, place) => (
          <rect
            key={one}
            x={`${1 + place * 20}%`}
            y="1"
            width="15%"
            height="8"
            className={place <= reached ? "on" : undefined}
          />
        ))}
      </svg>
      {level === null ? null : <span>{t("monitoring:levelOf", { level: reached })}</span>}
    </span>
  );
}

function Gap({ assessment }: { assessment: Voiced }) {
  const { t, format } = useLanguage();
  const gap = gapOf(assessment.selfCompletion, assessment.codes?.completion ?? null);
  if (gap === null) return null;
  const { explanation } = assessment;
  return (
    <>
      <p>
        <strong>
          {gap === 0
            ? t("monitoring:gapNone")
            : t(gap > 0 ? "monitoring:gapMore" : "monitoring:gapLess", { count: Math.abs(gap) })}
        </strong>
      </p>
      {explanation ? (
        <div className="flow tight">
          <h3>{t("monitoring:explanation")}</h3>
          <p className="quote pre">
            <Foreign lang={explanation.language}>{explanation.text}</Foreign>
          </p>
          <p className="s soft">
            {t("monitoring:answerBy", {
              post: postWord(t, explanation.post),
              date: format.date(format.dayOf(explanation.at)),
            })}
          </p>
        </div>
      ) : mustExplain(gap) ? (
        <Notice warn>{t("monitoring:gapDuty")}</Notice>
      ) : null}
    </>
  );
}
