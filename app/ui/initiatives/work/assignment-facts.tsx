import type { Assignment } from "#app/domain/initiatives/implementation/work.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { Prose } from "#app/ui/initiatives/content.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";

/** Who took the work over, under whose lead, for what, with which money, by when. */
export function AssignmentFacts(props: { assignment: Assignment }) {
  const { lang, t, format } = useLanguage();
  const { owner, chiefPost, chiefName, expectedProduct, language, funding, dueOn, assignedOn } = props.assignment;
  return (
    <Facts
      facts={[
        {
          term: t("work:fact.owner"),
          value: (
            <a href={`/${lang}/organisations/${owner.code}`}>
              <PartyBadge house={owner.house} name={<Text of={owner.names} badge={false} />} />
            </a>
          ),
        },
        { term: t("work:fact.chief"), value: chiefName ? `${chiefPost} (${chiefName})` : chiefPost },
        { term: t("work:fact.product"), value: <Prose text={expectedProduct} lang={language} /> },
        { term: t("work:fact.funding"), value: funding },
        { term: t("work:fact.dueOn"), value: <time dateTime={dueOn}>{format.date(dueOn)}</time> },
        { term: t("work:fact.assignedOn"), value: <time dateTime={assignedOn}>{format.date(assignedOn)}</time> },
      ]}
    />
  );
}
