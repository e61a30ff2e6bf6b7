import type { House } from "#app/domain/accounts/actor.ts";
import type { Scheme } from "#app/domain/organisations/organisation.ts";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { pickText, type Texts } from "#app/platform/languages/texts.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Foreign, Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { HouseName } from "#app/ui/marks/house.tsx";

export type OrganisationFactsProps = {
  names: Texts;
  house: House;
  scheme: Scheme;
  identifier: string;
  province: Texts | null;
  isPublicBody: boolean;
  /** instants as RFC 3339 */
  createdAt: string;
  verifiedAt: string | null;
};

/** What an organisation said of itself, and when it was registered and verified. */
export function OrganisationFacts(props: OrganisationFactsProps) {
  const { t, format } = useLanguage();
  const day = (at: string) => <time dateTime={at}>{format.date(format.dayOf(at))}</time>;
  return (
    <Facts
      facts={[
        { term: t("organisations:fact.house"), value: <HouseName house={props.house} /> },
        { term: t(`organisations:scheme.${props.scheme}`), value: <span className="nw">{props.identifier}</span> },
        { term: t("organisations:fact.province"), value: props.province ? <Text of={props.province} /> : null },
        {
          term: t("organisations:fact.publicBody"),
          value: t(props.isPublicBody ? "organisations:fact.isPublic" : "organisations:fact.notPublic"),
        },
        { term: t("organisations:fact.names"), value: <OtherNames names={props.names} /> },
        { term: t("organisations:fact.registered"), value: day(props.createdAt) },
        { term: t("organisations:fact.verified"), value: props.verifiedAt ? day(props.verifiedAt) : null },
      ]}
    />
  );
}

function OtherNames(props: { names: Texts }) {
  const { lang } = useLanguage();
  const shown = pickText(props.names, lang)?.lang;
  const others = LANGUAGES.flatMap((one) => {
    const text = props.names[one];
    return one !== shown && text ? [{ lang: one, text }] : [];
  });
  if (others.length === 0) return <>–</>;
  return (
    <ul>
      {others.map((other) => (
        <li key={other.lang}>
          <Foreign lang={other.lang}>{other.text}</Foreign>
        </li>
      ))}
    </ul>
  );
}
