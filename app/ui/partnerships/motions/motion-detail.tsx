import type { House } from "#app/domain/accounts/actor.ts";
import type { ReadMotion } from "#app/domain/partnerships/motions/motion.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { HouseMark } from "#app/ui/marks/house.tsx";
import { EntryLink } from "#app/ui/record/entry-link.tsx";

export type Voter = { id: string; house: House; names: Texts };

/** What is asked, why, by whom, and how each party voted. */
export function MotionDetail(props: { motion: ReadMotion & { entryNo: number | null }; voters: readonly Voter[] }) {
  const { motion, voters } = props;
  const { t, format } = useLanguage();
  const { kind, state, untilOn, byMemberId, votes } = motion;
  const yes = votes.filter(({ inFavour }) => inFavour).length;
  return (
    <div className="flow">
      <Facts
        facts={[
          { term: t("motions:what"), value: t(`motions:kind.${kind}`) },
          { term: t("motions:until"), value: untilOn ? format.date(untilOn) : null },
          {
            term: t(byMemberId ? "motions:by" : "motions:byState"),
            value: (
              <>
                <Text of={motion.by} /> · {motion.post}
              </>
            ),
          },
          { term: t("motions:moved"), value: format.dateTime(motion.movedAt) },
          {
            term: t("motions:outcome"),
            value: (
              <>
                {t(`motions:state.${state}`)}
                {motion.endedAt ? `, ${format.dateTime(motion.endedAt)}` : ""} <EntryLink entryNo={motion.entryNo} />
              </>
            ),
          },
          {
            term: t("motions:vote"),
            value: byMemberId ? t("motions:votes", { yes, no: votes.length - yes, members: voters.length }) : null,
          },
        ]}
      />
      <blockquote className="quote read">{motion.reason}</blockquote>
      {byMemberId ? <Votes motion={motion} voters={voters} /> : null}
    </div>
  );
}

function Votes({ motion, voters }: { motion: ReadMotion; voters: readonly Voter[] }) {
  const { t, format } = useLanguage();
  return (
    <StackTable
      caption={`${t(`motions:kind.${motion.kind}`)} ${motion.number}`}
      columns={[{ label: t("motions:party"), heads: true }, { label: t("motions:said") }, { label: t("motions:when") }]}
      rows={voters.map(({ id, house, names }) => {
        const cast = motion.votes.find(({ memberId }) => memberId === id);
        return {
          key: id,
          cells: [
            <>
              <HouseMark house={house} /> <Text of={names} />
            </>,
            cast ? t(cast.inFavour ? "motions:yes" : "motions:no") : t("motions:notYet"),
            cast ? format.dateTime(cast.votedAt) : "",
          ],
        };
      })}
    />
  );
}
