import type { House } from "#app/domain/accounts/actor.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";
import { nameOf } from "#app/ui/partnerships/partnership-hit.tsx";
import type { ListedParty } from "#app/ui/partnerships/party-list.tsx";
import { EntryLink } from "#app/ui/record/entry-link.tsx";

export type ExitFacts = {
  number: number;
  state: "OPEN" | "SETTLED" | "WITHDRAWN";
  effectiveOn: string;
  reason: string;
  post: string;
  givenAt: string;
  endedAt: string | null;
  leaver: ListedParty | null;
  signedSha256: string | null;
  noticeNo: number | null;
  endedNo: number | null;
  /** of which the leaver is the last party */
  losesHouse: House | null;
};

/** Who leaves, from which day on, why, and what became of it. */
export function ExitDetail({ exit }: { exit: ExitFacts }) {
  const { lang, t, format } = useLanguage();
  const { leaver, state } = exit;
  return (
    <div className="flow">
      <Facts
        facts={[
          {
            term: t("exits:who"),
            value: leaver ? (
              <PartyBadge house={leaver.house} name={`${leaver.key} ${nameOf(leaver.names, lang)}`} />
            ) : null,
          },
          { term: t("exits:from"), value: format.date(exit.effectiveOn) },
          {
            term: t("exits:given"),
            value: (
              <>
                {format.dateTime(exit.givenAt)} <EntryLink entryNo={exit.noticeNo} />
              </>
            ),
          },
          {
            term: t("exits:outcome"),
            value: (
              <>
                {t(`exits:state.${state}`)}
                {exit.endedAt ? `, ${format.dateTime(exit.endedAt)}` : ""} <EntryLink entryNo={exit.endedNo} />
              </>
            ),
          },
          {
            term: t("exits:text"),
            value: exit.signedSha256 ? <code title={exit.signedSha256}>{shortHash(exit.signedSha256)}</code> : null,
          },
        ]}
      />
      <blockquote className="quote read">{exit.reason}</blockquote>
      {exit.losesHouse ? (
        <Notice warn>{t("exits:houseWillLack", { house: t(`house:${exit.losesHouse}`) })}</Notice>
      ) : null}
    </div>
  );
}
