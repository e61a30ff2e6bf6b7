import type { PublicWork } from "#app/domain/initiatives/implementation/work.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { AssignmentFacts } from "#app/ui/initiatives/work/assignment-facts.tsx";
import { ClosingWords } from "#app/ui/initiatives/work/closing-words.tsx";
import { LinkList } from "#app/ui/initiatives/work/link-list.tsx";
import { ReportList } from "#app/ui/initiatives/work/report-list.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** What became of an accepted initiative: who carries it out, how far they are, and what it is tied to. */
export function WorkSection(props: PublicWork) {
  const { t } = useLanguage();
  const { assignment, reports, closing, links } = props;
  return (
    <Section id="work" title={t("work:title")} aside={t("work:aside")}>
      <div className="flow">
        {assignment ? <AssignmentFacts assignment={assignment} /> : <p className="soft">{t("work:notAssigned")}</p>}
        {assignment ? <h3>{t("work:report.title")}</h3> : null}
        {assignment ? <ReportList reports={reports} /> : null}
        {closing ? <h3>{t("work:verified")}</h3> : null}
        {closing ? <ClosingWords closing={closing} /> : null}
        {links.length > 0 ? <h3>{t("work:link.title")}</h3> : null}
        {links.length > 0 ? <LinkList links={links} /> : null}
      </div>
    </Section>
  );
}
