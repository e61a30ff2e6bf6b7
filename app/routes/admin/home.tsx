import { useLoaderData } from "@remix-run/react";
import { GRANTED_ROLES } from "#app/domain/accounts/actor.ts";
import { countHolders } from "#app/domain/accounts/roles/queries.server.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Card, Cards } from "#app/ui/lists/card.tsx";
import { roleLoader } from "#app/web/guard.server.ts";

export const loader = roleLoader(["ADMIN"], async ({ t }) => ({
  title: t("organisations:admin.title"),
  holders: await countHolders(),
}));

export default function Administration() {
  const { holders } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  return (
    <Page crumbs={[{ label: t("organisations:admin.title") }]}>
      <Head title={t("organisations:admin.title")} lede={t("organisations:admin.lede")} />
      <Cards>
        <Card
          href={`/${lang}/admin/roles`}
          title={t("organisations:roles.title")}
          text={t("organisations:admin.rolesCard")}
        />
        <Card
          href={`/${lang}/record`}
          title={t("organisations:admin.record")}
          text={t("organisations:admin.recordCard")}
        />
      </Cards>
      <Section id="holders" title={t("organisations:admin.holders")}>
        <table className="read">
          <caption className="vh">{t("organisations:admin.holders")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("organisations:admin.role")}</th>
              <th scope="col" className="n">
                {t("organisations:admin.people")}
              </th>
            </tr>
          </thead>
          <tbody>
            {GRANTED_ROLES.map((role) => (
              <tr key={role}>
                <th scope="row">{t(`accounts:role.${role}`)}</th>
                <td className="n">{format.number(holders[role] ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
    </Page>
  );
}
