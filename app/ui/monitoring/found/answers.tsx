import type { FoundRecommendation } from "#app/domain/monitoring/recommendations/recommendation.ts";
import { Foreign } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { postWord } from "#app/ui/record/entry-words.ts";
import { EvidenceList } from "./evidence.tsx";

function Signature({ post, at }: { post: string; at: string }) {
  const { t, format } = useLanguage();
  return (
    <p className="s soft">
      {t("monitoring:answerBy", { post: postWord(t, post), date: format.date(format.dayOf(at)) })}
    </p>
  );
}

/** Every answer of the addressee, as it was signed. */
export function Responses({ responses }: Pick<FoundRecommendation, "responses">) {
  const { t, format } = useLanguage();
  if (responses.length === 0) return <p className="soft">{t("monitoring:responsesNone")}</p>;
  return (
    <>
      {responses.map((one) => (
        <div className="talk flow tight" key={one.at}>
          <p>
            <Tag>{t(`monitoring:acceptance.${one.acceptance}`)}</Tag>
          </p>
          {[one.reason, one.plan].filter(Boolean).map((text) => (
            <p className="read pre" key={text}>
              <Foreign lang={one.language}>{text}</Foreign>
            </p>
          ))}
          {one.targetOn ? <p>{t("monitoring:target", { date: format.date(one.targetOn) })}</p> : null}
          <Signature {...one} />
        </div>
      ))}
    </>
  );
}

/** What the addressee says of its own progress. */
export function ProgressSteps({ steps }: Pick<FoundRecommendation, "steps">) {
  const { t } = useLanguage();
  return (
    <>
      {steps.map((one) => (
        <div className="talk flow tight" key={one.at}>
          <p>
            <Tag>{t(`monitoring:progress.${one.progress}`)}</Tag>
          </p>
          <p className="read pre">
            <Foreign lang={one.language}>{one.note}</Foreign>
          </p>
          <Signature {...one} />
        </div>
      ))}
    </>
  );
}

/** What the Front saw, each time. */
export function FollowUps({ followUps }: Pick<FoundRecommendation, "followUps">) {
  const { t, format } = useLanguage();
  if (followUps.length === 0) return <p className="soft">{t("monitoring:followUpsNone")}</p>;
  return (
    <>
      {followUps.map((one) => (
        <div className="talk flow tight" key={one.at}>
          <p>
            <Tag>{t(`monitoring:status.${one.verdict}`)}</Tag> <span className="s soft">{format.date(one.onDay)}</span>
          </p>
          <p className="read pre">
            <Foreign lang={one.language}>{one.note}</Foreign>
          </p>
          <EvidenceList evidence={one.evidence} />
          <Signature {...one} />
        </div>
      ))}
    </>
  );
}
