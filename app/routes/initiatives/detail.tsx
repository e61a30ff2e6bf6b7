import { useLoaderData } from "@remix-run/react";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { summarise } from "#app/domain/initiatives/desk/ranking.ts";
import { findPublicWork } from "#app/domain/initiatives/implementation/queries.server.ts";
import { findInitiative, type InitiativePage } from "#app/domain/initiatives/queries.server.ts";
import { findVoice } from "#app/domain/initiatives/voice/queries.server.ts";
import { monitoringOf } from "#app/domain/monitoring/assessments/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { AppealSection } from "#app/ui/council/appeal-section.tsx";
import { OwnLinks } from "#app/ui/council/own-links.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { ContentFacts, ContentSection, FileList } from "#app/ui/initiatives/content.tsx";
import { DecisionSection, ScoreTable } from "#app/ui/initiatives/decision-section.tsx";
import { InitiativeClock } from "#app/ui/initiatives/initiative-clock.tsx";
import { StateTag } from "#app/ui/initiatives/initiative-row.tsx";
import { JourneySection } from "#app/ui/initiatives/journey-section.tsx";
import { VersionTable } from "#app/ui/initiatives/version-table.tsx";
import { SupportPanel } from "#app/ui/initiatives/voice/support-panel.tsx";
import { InitiativeTabs, saidOf, supportOf, VoiceSection } from "#app/ui/initiatives/voice/voice-section.tsx";
import { listNames } from "#app/ui/initiatives/words.ts";
import { WorkSection } from "#app/ui/initiatives/work/work-section.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice, Tag } from "#app/ui/marks/notice.tsx";
import { RecordSeal } from "#app/ui/marks/record-seal.tsx";
import { MonitoredSection } from "#app/ui/monitoring/found/lists.tsx";
import { FollowBar } from "#app/ui/notices/follow-bar.tsx";
import { notFound, publicLoader } from "#app/web/guard.server.ts";
import { sentContent } from "#app/web/initiatives/sent-content.server.ts";

const NEWEST_VOICES = 3;

export const loader = publicLoader(async ({ params, lang, t, actor }) => {
  const { code } = params;
  const found = isCode("SK", code) ? await findInitiative(actor, code) : null;
  if (!found) throw notFound();
  const [catalogue, work, voice, monitoring] = await Promise.all([
    loadCatalogue(),
    findPublicWork(found.code),
    found.publicOn === null ? null : findVoice(actor, found.code, { stance: null, after: null, limit: NEWEST_VOICES }),
    monitoringOf("INITIATIVE", found.code),
  ]);
  const { content, ...initiative } = found;
  const named = catalogue.products.filter((one) => content?.productCodes.includes(one.code));
  const title = content ? pickText(content.title, lang)?.text : undefined;
  return {
    title: title ? `${initiative.code}: ${title}` : t("initiatives:undecidedTitle", { code: initiative.code }),
    ...(content ? { description: pickText(content.abstract, lang)?.text.slice(0, 300) ?? "" } : {}),
    feed: `/${lang}/initiatives/${initiative.code}.atom`,
    initiative,
    content: content && sentContent(content),
    ...{ work, monitoring },
    open: initiative.obligations.findLast((one) => one.endedOn === null && one.dueOn !== null) ?? null,
    seal: newestSeal(initiative.steps),
    scores: summarise(initiative.track, initiative.scores),
    voice,
    isSignedIn: actor !== null,
    names: listNames(catalogue, named, lang),
  };
});

export default function InitiativeDetail() {
  const { initiative, content, work, open, seal, scores, names, voice, isSignedIn } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const isDecided = initiative.decidedOn !== null;
  return (
    <Page crumbs={[{ label: t("initiatives:list.title"), href: `/${lang}/initiatives` }, { label: initiative.code }]}>
      <InitiativeHead />
      {initiative.state === "DRAFT" ? null : <FollowBar subject={{ type: "INITIATIVE", code: initiative.code }} />}
      <div className="cols side-r">
        <div>
          {open ? <InitiativeClock obligation={open} today={initiative.today} /> : null}
          <Own />
          {content && initiative.publicOn === null ? <Notice>{t("initiatives:notPublicYet")}</Notice> : null}
          <JourneySection
            state={initiative.state}
            track={initiative.track}
            steps={initiative.steps}
            open={open}
            holders={initiative.holders}
          />
          <p>
            <a href={`/${lang}/initiatives/${initiative.code}/journey`}>{t("work:journey")}</a>
          </p>
          {work ? <WorkSection {...work} /> : null}
          <DecisionSection decisions={initiative.decisions} seal={isDecided ? seal : null}>
            <ScoreTable rows={scores.rows} total={scores.total} />
          </DecisionSection>
          <Monitored />
          <AppealSection appeal={initiative.appeal} />
          {content ? <ContentSection content={content} closed={initiative.closed} /> : null}
          {voice ? <VoiceSection code={initiative.code} voice={voice} /> : null}
          {initiative.versions.length > 0 ? (
            <Section id="versions" title={t("initiatives:versions.title")} aside={t("initiatives:versions.aside")}>
              <VersionTable versions={initiative.versions} base={`/${lang}/initiatives/${initiative.code}`} />
            </Section>
          ) : null}
        </div>
        <aside className="flow" aria-label={t("initiatives:about")}>
          {voice ? <SupportPanel {...supportOf(initiative.code, voice)} isSignedIn={isSignedIn} /> : null}
          {content ? (
            <ContentFacts
              content={content}
              closed={initiative.closed}
              names={names}
              organisation={initiative.organisation}
            />
          ) : null}
          <FileList files={initiative.attachments} />
          {initiative.submittedOn && initiative.state !== "WITHDRAWN" ? (
            <p className="s">{t("initiatives:submittedOn", { date: format.date(initiative.submittedOn) })}</p>
          ) : null}
          {seal && !isDecided ? <RecordSeal entryNo={seal.entryNo} hash={seal.hash} /> : null}
        </aside>
      </div>
    </Page>
  );
}

/** What the Front published of it, and what people say. */
function Monitored() {
  const { initiative, monitoring } = useLoaderData<typeof loader>();
  return <MonitoredSection code={initiative.code} monitoring={monitoring} />;
}

/** What its authors find here of their own file. */
function Own() {
  const { initiative } = useLoaderData<typeof loader>();
  const { code, isAuthor, isMine, state, publicOn } = initiative;
  return isAuthor ? <OwnLinks code={code} isMine={isMine} state={state} isPublic={publicOn !== null} /> : null;
}

function InitiativeHead() {
  const { initiative, content, voice } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  // Of a withdrawn initiative the public keeps code and date.
  const isTrace = initiative.state === "WITHDRAWN" && !content;
  return (
    <Head
      eyebrow={
        <>
          <span>
            {t("initiatives:one")} <span className="nw">{initiative.code}</span>
          </span>
          {isTrace ? null : <Tag>{t(`initiatives:track.${initiative.track}`)}</Tag>}
          <StateTag state={initiative.state} />
          {initiative.versions[0] ? (
            <Tag>{t("initiatives:version", { number: initiative.versions[0].number })}</Tag>
          ) : null}
        </>
      }
      title={content ? <Text of={content.title} /> : t("initiatives:undecidedTitle", { code: initiative.code })}
      lede={
        content ? (
          <Text of={content.abstract} badge={false} />
        ) : (
          t(`initiatives:undecidedLede.${ledeOf(initiative.state)}`)
        )
      }
    >
      {voice ? <InitiativeTabs code={initiative.code} current="file" comments={saidOf(voice)} /> : null}
    </Head>
  );
}

function ledeOf(state: string): "withdrawn" | "closed" | "running" {
  if (state === "WITHDRAWN") return "withdrawn";
  return state === "REJECTED_FORM" || state === "LAPSED" ? "closed" : "running";
}

function newestSeal(steps: InitiativePage["steps"]): { entryNo: number; hash: string } | null {
  const step = steps.findLast((one) => one.entryNo !== null && one.entryHash !== null);
  return step?.entryNo && step.entryHash ? { entryNo: step.entryNo, hash: step.entryHash } : null;
}
