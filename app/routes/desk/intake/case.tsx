import { useLoaderData } from "@remix-run/react";
import { checklistOf, type Lack } from "#app/domain/initiatives/completeness.ts";
import { actsAt } from "#app/domain/initiatives/desk/desk.ts";
import { mayCheckIntake } from "#app/domain/initiatives/initiative.policy.ts";
import type { Track } from "#app/domain/initiatives/initiative.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { AskedBefore } from "#app/ui/desk/asked-before.tsx";
import { CaseFrame } from "#app/ui/desk/case-frame.tsx";
import { Checklist } from "#app/ui/desk/checklist.tsx";
import { WholeFile } from "#app/ui/desk/whole-file.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { ContentFacts, FileList } from "#app/ui/initiatives/content.tsx";
import { SimilarSection } from "#app/ui/initiatives/similar-list.tsx";
import { VersionTable } from "#app/ui/initiatives/version-table.tsx";
import { listNames } from "#app/ui/initiatives/words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { roleLoader } from "#app/web/guard.server.ts";
import { caseHead, namedProducts, openCase } from "#app/web/initiatives/desk-case.server.ts";
import { sentContent } from "#app/web/initiatives/sent-content.server.ts";
import { similarForDesk } from "#app/web/initiatives/similar.server.ts";

export const loader = roleLoader(["INTAKE", "AUDITOR"], async (page) => {
  const opened = await openCase(page);
  const { file, catalogue } = opened;
  return {
    title: `${file.code}: ${page.t("desk:intake.title")}`,
    head: caseHead(opened),
    readOnly: !actsAt(page.actor, "intake"),
    names: listNames(catalogue, namedProducts(catalogue, file.content), page.lang),
    groups: file.content ? checked(file.facts.track, file.lacks, page.t) : [],
    completions: file.completions.map(({ before, after, ...one }) => ({
      ...one,
      before: { ...before, content: sentContent(before.content) },
      after: after && { ...after, content: sentContent(after.content) },
    })),
    versions: file.versions,
    similar: file.content ? await similarForDesk(page.actor, { code: file.code, ...file.content }, page) : null,
    mayAct: file.facts.state === "SUBMITTED" && mayCheckIntake(page.actor, file.facts),
  };
});

export default function IntakeCase() {
  const { head, names, groups, completions, versions, similar, mayAct, readOnly } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  const aside = (
    <>
      {groups.length > 0 ? <Checklist groups={groups} /> : null}
      {head.content ? (
        <ContentFacts
          content={head.content}
          closed={head.closed}
          names={names}
          organisation={head.applicant.organisation}
        />
      ) : null}
      <FileList files={head.attachments} />
    </>
  );
  return (
    <CaseFrame desk="intake" head={head} aside={aside}>
      <Section id="act" title={t("desk:act")}>
        {mayAct ? <Acts code={head.code} /> : <NoAct state={head.state} readOnly={readOnly} />}
      </Section>
      {completions.length > 0 ? (
        <Section id="asked" title={t("desk:asked.title")}>
          <AskedBefore completions={completions} names={names} />
        </Section>
      ) : null}
      {similar ? <SimilarSection similar={similar} /> : null}
      {head.content ? <WholeFile content={head.content} closed={head.closed} /> : null}
      <Section id="versions" title={t("initiatives:versions.title")} aside={t("initiatives:versions.aside")}>
        <VersionTable versions={versions} />
      </Section>
    </CaseFrame>
  );
}

function Acts(props: { code: string }) {
  const { lang, t } = useLanguage();
  const base = `/${lang}/desk/intake/${props.code}`;
  return (
    <div className="flow">
      <p className="read">{t("desk:intake.choose")}</p>
      <p className="row">
        <a className="btn" href={`${base}/screen`}>
          {t("desk:screen.open")}
        </a>
        <a className="btn alt" href={`${base}/return`}>
          {t("desk:return.open")}
        </a>
        <a className="btn alt" href={`${base}/reject`}>
          {t("desk:reject.open")}
        </a>
      </p>
    </div>
  );
}

function NoAct(props: { state: string; readOnly: boolean }) {
  const { t } = useLanguage();
  const because = props.state === "SUBMITTED" ? "notYours" : props.state === "NEEDS_COMPLETION" ? "proposer" : "past";
  return (
    <Notice>
      <p>{props.readOnly ? t("desk:readOnly") : t(`desk:intake.noAct.${because}`)}</p>
    </Notice>
  );
}

function checked(track: Track, lacks: readonly Lack[], t: Translate) {
  return checklistOf(track).map(({ name, fields }) => ({
    name,
    notes: lacks
      .filter((lack) => fields.includes(lack.field))
      .map(({ key, params }) => (t.has(key) ? t(key, params) : key)),
  }));
}
