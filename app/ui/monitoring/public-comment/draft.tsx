import type { DraftFinding, PublicRound } from "#app/domain/monitoring/public-comment/public-comment.ts";
import { WITHHOLDING_GROUNDS } from "#app/domain/monitoring/public-comment/public-comment.ts";
import { Foreign, Text } from "#app/ui/foreign.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState, Notice } from "#app/ui/marks/notice.tsx";
import { ELEMENTS } from "#app/ui/monitoring/found/factual.tsx";

/** The draft as it is laid open: summary, questions, and the text of the findings chosen. */
export function Draft({ round }: { round: PublicRound }) {
  const { t } = useLanguage();
  return (
    <>
      <Notice>{t("consultation:draftNote")}</Notice>
      <Section id="summary" title={t("consultation:summary")}>
        <p className="read pre">
          <Text of={round.summary} />
        </p>
      </Section>
      <Section id="questions" title={t("consultation:questions")}>
        <ol className="read">
          {round.questions.map((question) => (
            <li key={JSON.stringify(question)}>
              <Text of={question} />
            </li>
          ))}
        </ol>
      </Section>
      <Section id="findings" title={t("consultation:findings")}>
        {round.findings.length === 0 ? (
          <EmptyState title={t("consultation:findingsNone")} />
        ) : (
          round.findings.map((finding) => <DraftFindingText key={finding.code} finding={finding} />)
        )}
      </Section>
    </>
  );
}

function DraftFindingText({ finding }: { finding: DraftFinding }) {
  const { lang, t } = useLanguage();
  const { code, title, language, subjectCode, isPublished } = finding;
  return (
    <article className="flow tight" id={code} aria-labelledby={`${code}-title`}>
      <h3 id={`${code}-title`}>
        <Foreign lang={language}>{title}</Foreign>
      </h3>
      <p className="s soft">
        <span className="nw">{code}</span> · {subjectCode ?? t("monitoring:wholeCampaign")}
        {isPublished ? (
          <>
            {" · "}
            <a href={`/${lang}/monitoring/findings/${code}`}>{t("consultation:published")}</a>
          </>
        ) : null}
      </p>
      {ELEMENTS.map((name) => (
        <div key={name}>
          <p className="s soft">{t(`monitoring:field.${name}`)}</p>
          <p className="read pre">
            <Foreign lang={language} badge={false}>
              {finding[name]}
            </Foreign>
          </p>
        </div>
      ))}
    </article>
  );
}

/** Until when, how much was said, and on which grounds alone something is withheld. */
export function RoundFacts({ round, isOpen }: { round: PublicRound; isOpen: boolean }) {
  const { lang, t, format } = useLanguage();
  const { openedAt, dueOn, counts } = round;
  return (
    <div className="flow">
      <p>
        <strong>
          {dueOn
            ? t(isOpen ? "consultation:until" : "consultation:was", { date: format.date(dueOn) })
            : t("consultation:notOpened")}
        </strong>
      </p>
      {openedAt ? (
        <p className="s soft">{t("consultation:opened", { date: format.date(format.dayOf(openedAt)) })}</p>
      ) : null}
      <p className="s">{countWords(t, counts)}</p>
      <p className="s">
        <a href={`/${lang}/obligations`}>{t("consultation:clock")}</a>
      </p>
      <h2>{t("consultation:rules")}</h2>
      <p className="s">{t("consultation:rulesText")}</p>
      <ul className="s">
        {WITHHOLDING_GROUNDS.map((ground) => (
          <li key={ground}>{t(`consultation:grounds.${ground}`)}</li>
        ))}
      </ul>
    </div>
  );
}

/** How much was said, and what became of it. */
export function countWords(t: ReturnType<typeof useLanguage>["t"], counts: PublicRound["counts"]): string {
  return t("consultation:counts", { ...counts, count: counts.posted });
}
