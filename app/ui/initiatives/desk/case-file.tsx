import type { ReactNode } from "react";
import type { Texts } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import {
  ContentFacts,
  ContentSection,
  FileList,
  type SentContent,
  type SentFile,
} from "#app/ui/initiatives/content.tsx";
import { DecisionSection, type SentDecision } from "#app/ui/initiatives/decision-section.tsx";
import { StateTag } from "#app/ui/initiatives/initiative-row.tsx";
import type { ListNames } from "#app/ui/initiatives/words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import type { House } from "#app/ui/marks/house.tsx";
import { Notice, Tag } from "#app/ui/marks/notice.tsx";

export type CaseData = {
  code: string;
  facts: { state: string; track: "ORDINARY" | "BREAKTHROUGH" };
  applicant: {
    title: Texts;
    team: readonly { name: string; part: string }[];
    organisation: { name: string; house: House } | null;
  };
  content: SentContent | null;
  attachments: readonly SentFile[];
  missing: readonly { round: number; field: string; message: string }[];
  decisions: readonly SentDecision[];
  names: ListNames;
};

/** A file on a desk: what can be done with it first, then everything that the reader may read of it. */
export function CaseFile(props: {
  file: CaseData;
  desk: { title: string; href: string };
  isMine: boolean;
  children?: ReactNode;
}) {
  const { lang, t } = useLanguage();
  const { file, desk } = props;
  return (
    <Page crumbs={[{ label: desk.title, href: desk.href }, { label: file.code }]}>
      <Head
        eyebrow={
          <>
            <span className="nw">{file.code}</span>
            <Tag>{t(`initiatives:track.${file.facts.track}`)}</Tag>
            <StateTag state={file.facts.state} />
          </>
        }
        title={<Text of={file.applicant.title} />}
        lede={file.content ? <Text of={file.content.abstract} badge={false} /> : t("initiatives:desk.closedFile")}
      />
      <div className="cols side-r">
        <div>
          {props.isMine ? null : <Notice>{t("initiatives:desk.notYours")}</Notice>}
          {props.children}
          <DecisionSection decisions={file.decisions} seal={null} />
          {file.missing.length > 0 ? <EarlierReturns missing={file.missing} /> : null}
          {file.content ? <ContentSection content={file.content} /> : null}
        </div>
        <aside className="flow" aria-label={t("initiatives:about")}>
          {file.content ? (
            <ContentFacts content={file.content} names={file.names} organisation={file.applicant.organisation} />
          ) : (
            <p>{file.applicant.team.map(({ name }) => name).join(", ")}</p>
          )}
          <FileList files={file.attachments} />
          <p>
            <a href={`/${lang}/initiatives/${file.code}`}>{t("initiatives:desk.publicPage")}</a>
          </p>
        </aside>
      </div>
    </Page>
  );
}

function EarlierReturns(props: { missing: CaseData["missing"] }) {
  const { t } = useLanguage();
  return (
    <Section id="returns" title={t("initiatives:desk.earlier")}>
      <ul className="flow tight read">
        {props.missing.map(({ round, field, message }) => {
          const key = `initiatives:desk.field.${field}`;
          return (
            <li key={`${round} ${field} ${message}`}>
              <strong>{t.has(key) ? t(key) : field}</strong>: {message}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
