import { useLoaderData } from "@remix-run/react";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { listOwnPartnerships } from "#app/domain/partnerships/members/queries.server.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { HitList } from "#app/ui/lists/search-hit.tsx";
import { EmptyState, Tag } from "#app/ui/marks/notice.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { nameOf } from "#app/ui/partnerships/partnership-hit.tsx";
import { memberLoader } from "#app/web/guard.server.ts";

export const loader = memberLoader(async ({ actor, lang, t }) => {
  const [catalogue, own] = await Promise.all([loadCatalogue(), listOwnPartnerships(actor)]);
  return {
    title: t("partnerships:own.title"),
    own: own.map((partnership) => ({
      ...partnership,
      agreements: partnership.agreements.map((agreement) => ({
        ...agreement,
        product:
          catalogue.products.find(({ code }) => code === agreement.productCode)?.names[lang] ?? agreement.productCode,
      })),
    })),
  };
});

export default function OwnPartnerships() {
  const { own } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  return (
    <Page crumbs={[{ label: t("partnerships:own.title") }]}>
      <Head title={t("partnerships:own.title")} lede={t("partnerships:own.lede")}>
        <p className="row">
          <a className="btn" href={`/${lang}/partnerships/new`}>
            {t("partnerships:propose.action")}
          </a>
        </p>
      </Head>
      {own.length === 0 ? (
        <EmptyState title={t("partnerships:own.none")}>{t("partnerships:own.noneText")}</EmptyState>
      ) : (
        <>
          <h2 className="vh">{t("partnerships:listed")}</h2>
          <HitList>
            {own.map((item) => (
              <li className="hit" key={`${item.code} ${nameOf(item.organisation, "vi")}`}>
                <p className="eyebrow">
                  <Tag>{t(item.joined ? `partnerships:state.${item.state}` : "partnerships:manage.invited")}</Tag>
                  <span className="nw">{item.code}</span>
                </p>
                <h3>
                  <a href={`/${lang}/partnerships/${item.code}/manage`}>
                    <Text of={item.title} />
                  </a>
                </h3>
                {item.agreements.map((agreement) => (
                  <p key={agreement.productCode}>
                    {agreement.product}: {t(`partnerships:agreementState.${agreement.state}`)}
                    {agreement.state === "AGREED_DRAFT" && !agreement.signed ? (
                      <>
                        {" · "}
                        <a href={`/${lang}/partnerships/${item.code}/agreements/${agreement.productCode}/sign`}>
                          {t("partnerships:manage.next.sign")}
                        </a>
                      </>
                    ) : null}
                  </p>
                ))}
                <div className="meta">
                  <PartyBadge
                    house={item.house}
                    name={nameOf(item.organisation, lang)}
                    role={t(`partnerships:role.${item.role}`)}
                  />
                </div>
              </li>
            ))}
          </HitList>
        </>
      )}
    </Page>
  );
}
