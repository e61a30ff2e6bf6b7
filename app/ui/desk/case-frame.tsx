import type { ReactNode } from "react";
import type { Desk } from "#app/domain/initiatives/desk/desk.ts";
import type { InitiativeState, Track } from "#app/domain/initiatives/initiative.ts";
import type { PublicObligation } from "#app/domain/obligations/board.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { InitiativeClock } from "#app/ui/initiatives/initiative-clock.tsx";
import { StateTag } from "#app/ui/initiatives/initiative-row.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";

/** What every page about one file on a desk knows of it. */
export type CaseHead = {
  code: string;
  state: InitiativeState;
  track: Track;
  applicant: { title: Texts };
  content: { abstract: Texts } | null;
  open: PublicObligation | null;
  today: string;
};

/** A file on a desk: what it is, whose turn it is, then what the desk shows and does. `aside` stands at the right. */
export function CaseFrame(props: {
  desk: Desk;
  head: CaseHead;
  /** What is left to correct, above everything else. */
  errors?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const { lang, t } = useLanguage();
  const { desk, head } = props;
  return (
    <Page
      crumbs={[
        { label: t("desk:title"), href: `/${lang}/desk` },
        { label: t(`desk:${desk}.title`), href: `/${lang}/desk/${desk}` },
        { label: head.code },
      ]}
    >
      {props.errors}
      <Head
        eyebrow={
          <>
            <span className="nw">{head.code}</span>
            <Tag>{t(`initiatives:track.${head.track}`)}</Tag>
            <StateTag state={head.state} />
          </>
        }
        title={<Text of={head.applicant.title} />}
        lede={head.content ? <Text of={head.content.abstract} /> : null}
      />
      {props.aside ? (
        <div className="cols side-r">
          <div>
            {head.open ? <InitiativeClock obligation={head.open} today={head.today} /> : null}
            {props.children}
          </div>
          <aside className="flow" aria-label={t("desk:aside")}>
            {props.aside}
          </aside>
        </div>
      ) : (
        <>
          {head.open ? <InitiativeClock obligation={head.open} today={head.today} /> : null}
          {props.children}
        </>
      )}
    </Page>
  );
}
