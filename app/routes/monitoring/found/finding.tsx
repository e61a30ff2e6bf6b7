import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { objectionsOf } from "#app/domain/monitoring/factual-check/factual-check.ts";
import { nextFindingState, READING_STATES, WRITING_STATES } from "#app/domain/monitoring/findings/finding.ts";
import { findFinding } from "#app/domain/monitoring/findings/queries.server.ts";
import { mayLead, mayWork } from "#app/domain/monitoring/monitoring.policy.ts";
import { listAddressees } from "#app/domain/monitoring/recommendations/queries.server.ts";
import { entriesOf } from "#app/domain/record/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { Foreign } from "#app/ui/foreign.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState, Notice, Tag } from "#app/ui/marks/notice.tsx";
import { EvidenceList } from "#app/ui/monitoring/found/evidence.tsx";
import { Checks, ELEMENTS } from "#app/ui/monitoring/found/factual.tsx";
import { AnswerForm } from "#app/ui/monitoring/found/factual-forms.tsx";
import {
  ErratumForm,
  FindingStepForm,
  findingLabels,
  RecommendationForm,
} from "#app/ui/monitoring/found/finding-forms.tsx";
import { RecommendationTable } from "#app/ui/monitoring/found/lists.tsx";
import { EntryTable } from "#app/ui/record/entry-table.tsx";
import { postWord } from "#app/ui/record/entry-words.ts";
import { memberAction, notFound, publicLoader, sendBack } from "#app/web/guard.server.ts";
import { actOnFinding } from "#app/web/monitoring/found-form.server.ts";

export const loader = publicLoader(async ({ actor, params, lang }) => {
  const { code } = params;
  const found = isCode("PH", code) ? await findFinding(actor, code) : null;
  if (!found) throw notFound();
  const { isYours: _isYours, onTeam, ...finding } = found;
  const works = mayWork(actor, found);
  const isWriting = works && WRITING_STATES.includes(found.campaignState);
  const isChecked = works && onTeam && found.campaignState === "FACTUAL_CHECK";
  const [entries, addressees] = await Promise.all([
    entriesOf("FINDING", found.code),
    isWriting && onTeam && found.state === "DRAFT" ? listAddressees(found.campaign) : [],
  ]);
  return {
    title: `${found.title} (${found.code})`,
    description: found.condition.slice(0, 300),
    ...{ finding, entries },
    addressees: addressees.map(({ id, name }) => ({ value: id, label: pickText(name, lang)?.text ?? id })),
    objection: isChecked ? (objectionsOf(found.checks)[0] ?? null) : null,
    next: works && READING_STATES.includes(found.campaignState) ? nextFindingState(found, mayLead(actor, found)) : null,
    mayCorrect: found.state === "PUBLISHED" && mayLead(actor, found),
  };
});

export const action = memberAction(async (page) => {
  const { code = "" } = page.params;
  const acted = await actOnFinding(page.actor, code, await page.readForm(), page.lang);
  if (acted.ok) return redirect(`/${page.lang}/monitoring/findings/${code}`, 303);
  if (acted.status === 404) throw notFound();
  return sendBack(acted.form, acted.status);
});

export default function Finding() {
  const page = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { finding } = page;
  const isPublic = finding.state === "PUBLISHED";
  return (
    <Page
      crumbs={[
        { label: t("monitoring:title"), href: `/${lang}/monitoring` },
        { label: finding.campaign, href: `/${lang}/monitoring/campaigns/${finding.campaign}` },
        { label: finding.code },
      ]}
    >
      <ErrorSummary form={form} labels={findingLabels(t)} />
      <Head
        eyebrow={
          <>
            <Tag>{t("monitoring:finding")}</Tag>
            <span className="nw">{finding.code}</span>
            <Tag>{t("monitoring:severityOf", { severity: t(`monitoring:severity.${finding.severity}`) })}</Tag>
            {finding.publishedAt ? (
              <span>{t("monitoring:published", { date: format.date(format.dayOf(finding.publishedAt)) })}</span>
            ) : (
              <Tag>{t(`monitoring:findingState.${finding.state}`)}</Tag>
            )}
          </>
        }
        title={<Foreign lang={finding.language}>{finding.title}</Foreign>}
        lede={
          finding.unitId ? (
            <a href={`/${lang}/monitoring/assessments/${finding.unitId}`}>{finding.subjectCode}</a>
          ) : (
            t("monitoring:wholeCampaign")
          )
        }
      />
      <Errata finding={finding} />
      {ELEMENTS.map((name) => (
        <Section key={name} id={name} title={t(`monitoring:field.${name}`)}>
          <p className="read pre">
            <Foreign lang={finding.language}>{finding[name]}</Foreign>
          </p>
        </Section>
      ))}
      <Section id="evidence" title={t("monitoring:evidence")}>
        <EvidenceList evidence={finding.evidence} />
      </Section>
      <FactualSection />
      <Acts />
      {isPublic ? (
        <Section id="record" title={t("partnerships:record")}>
          <EntryTable caption={t("partnerships:record")} entries={page.entries} />
        </Section>
      ) : null}
    </Page>
  );
}

/** What was corrected since, first: the text beneath stays as it was published. */
function Errata({ finding }: { finding: ReturnType<typeof useLoaderData<typeof loader>>["finding"] }) {
  const { t, format } = useLanguage();
  if (finding.errata.length === 0) return null;
  return (
    <Notice>
      <h2>{t("monitoring:errata")}</h2>
      {finding.errata.map((one) => (
        <p key={one.at}>
          <Foreign lang={one.language}>{one.text}</Foreign>{" "}
          <span className="s soft">
            {t("monitoring:answerBy", { post: postWord(t, one.post), date: format.date(format.dayOf(one.at)) })}
          </span>
        </p>
      ))}
    </Notice>
  );
}

/** What the bodies said of its facts, and, for the team, the answer to the first objection that waits. */
function FactualSection() {
  const { finding, objection } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  if (finding.checks.length === 0) return null;
  return (
    <Section id="factual-check" title={t("monitoring:factual.title")}>
      <Checks checks={finding.checks.filter(({ body }) => body.id !== objection?.body.id)} />
      {objection ? (
        <div className="read">
          <AnswerForm form={form} check={objection} text={finding} />
        </div>
      ) : null}
    </Section>
  );
}

function Acts() {
  const page = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { finding } = page;
  return (
    <>
      <Section id="recommendations" title={t("monitoring:recommendations")}>
        {finding.recommendations.length === 0 ? (
          <EmptyState title={t("monitoring:recommendationsNone")} />
        ) : (
          <RecommendationTable recommendations={finding.recommendations} />
        )}
        {page.addressees.length > 0 ? (
          <div className="read">
            <RecommendationForm form={form} addressees={page.addressees} />
          </div>
        ) : null}
      </Section>
      {page.next ? (
        <Section id="next" title={t("monitoring:nextStep")}>
          <div className="read">
            {finding.secondNote ? <p className="quote">{finding.secondNote}</p> : null}
            <FindingStepForm to={page.next} form={form} />
          </div>
        </Section>
      ) : null}
      {finding.state === "CONFIRMED" ? <Notice>{t("monitoring:waitsPublication")}</Notice> : null}
      {page.mayCorrect ? (
        <Section id="correct" title={t("monitoring:addErratum")}>
          <div className="read">
            <ErratumForm form={form} />
          </div>
        </Section>
      ) : null}
    </>
  );
}
