import type { Affiliation, HeldRole } from "#app/domain/accounts/actor.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState, Tag } from "#app/ui/marks/notice.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";

/** The organisations of the reader with post and roles in each, then the roles held in none. */
export function MyOrganisations(props: { affiliations: readonly Affiliation[]; roles: readonly HeldRole[] }) {
  const { lang, t } = useLanguage();
  const { affiliations, roles } = props;
  const create = { href: `/${lang}/organisations/new`, label: t("accounts:me.newOrganisation") };
  const alone = roles.filter((held) => held.organisationId === null);
  return (
    <Section
      id="organisations"
      title={t("accounts:me.organisations")}
      aside={affiliations.length > 0 ? <a href={create.href}>{create.label}</a> : null}
    >
      {affiliations.length === 0 ? (
        <EmptyState title={t("accounts:me.noOrganisation")} action={create}>
          {t("accounts:me.noOrganisationText")}
        </EmptyState>
      ) : (
        <ul className="parties">
          {affiliations.map((one) => (
            <li key={one.organisationId}>
              <Organisation one={one} roles={roles.filter((held) => held.organisationId === one.organisationId)} />
            </li>
          ))}
        </ul>
      )}
      {alone.length > 0 ? (
        <p>
          {t("accounts:me.rolesAlone")} {alone.map((held) => t(`accounts:role.${held.role}`)).join(", ")}
        </p>
      ) : null}
    </Section>
  );
}

function Organisation(props: { one: Affiliation; roles: readonly HeldRole[] }) {
  const { lang, t } = useLanguage();
  const { organisationId, names, house, verified, post } = props.one;
  const roles = props.roles.map((held) => t(`accounts:role.${held.role}`)).join(", ");
  return (
    <PartyBadge
      house={house}
      name={
        <>
          <a href={`/${lang}/organisations/${organisationId}`}>
            <Text of={names} badge={false} />
          </a>{" "}
          {verified ? null : <Tag>{t("accounts:me.unverified")}</Tag>}
        </>
      }
      role={[post, roles].filter(Boolean).join(" · ")}
    />
  );
}
