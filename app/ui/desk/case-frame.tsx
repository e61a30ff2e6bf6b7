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
  /** who works on it; null where it does not wait for a body of the reader's */
  assigned?: readonly { name: string; isMine: boolean }[] | null;
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
            <Turn head={head} />
            {props.children}
          </div>
          <aside className="flow" aria-label={t("desk:aside")}>
            {props.aside}
          </aside>
        </div>
      ) : (
        <>
          <Turn head={head} />
          {props.children}
        </>
      )}
    </Page>
  );
}

/** Whose turn it is: the body with its clock, and within the body who was given the case. */
function Turn({ head }: { head: CaseHead }) {
  const { lang, t } = useLanguage();
  const { code, assigned = null } = head;
  return (
    <>
      {head.open ? <InitiativeClock obligation={head.open} today={head.today} /> : null}
      {assigned ? (
        <p className="row s assigned">
          <span>{assigned.length === 0 ? t("inbox:case.nobody") : assigned.map(words).join(" · ")}</span>
          <a href={`/${lang}/desk/inbox/assign?code=${code}`}>{t("inbox:case.change")}</a>
        </p>
      ) : null}
    </>
  );

  function words({ name, isMine }: { name: string; isMine: boolean }): string {
    return isMine ? t("inbox:case.mine") : t("inbox:case.who", { name });
  }
}
