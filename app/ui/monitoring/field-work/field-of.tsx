import type { FieldWork } from "#app/domain/monitoring/field-work/field-work.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { InterviewTable, VisitTable } from "./lists.tsx";

/** The field work on one subject; `campaign` is the code in which the reader can write more of it. */
export function FieldOf(props: { work: FieldWork; campaign: string | null; unitId: string }) {
  const { lang, t } = useLanguage();
  const { work, campaign, unitId } = props;
  const isEmpty = work.visits.length + work.interviews.length === 0;
  if (isEmpty && !campaign) return null;
  const here = `/${lang}/monitoring/campaigns/${campaign}`;
  return (
    <Section id="field-work" title={t("fieldwork:title")}>
      {work.visits.length > 0 ? <VisitTable visits={work.visits} /> : null}
      {work.interviews.length > 0 ? <InterviewTable interviews={work.interviews} /> : null}
      {campaign ? (
        <p className="row">
          <a className="btn alt" href={`${here}/visits/new?unit=${unitId}`}>
            {t("fieldwork:writeVisit")}
          </a>
          <a className="btn alt" href={`${here}/interviews/new?unit=${unitId}`}>
            {t("fieldwork:takeInterview")}
          </a>
        </p>
      ) : null}
    </Section>
  );
}
