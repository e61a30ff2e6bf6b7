import { useLoaderData } from "@remix-run/react";
import { MARKET_KINDS } from "#app/domain/partnerships/calls/call.ts";
import { CallList } from "#app/ui/calls/call-list.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { publicLoader } from "#app/web/guard.server.ts";
import { callList } from "#app/web/partnerships/calls/call-list.server.ts";

export const loader = publicLoader(async (page) => ({
  title: page.t("calls:market.title"),
  description: page.t("calls:market.lede"),
  feed: `/${page.lang}/results/market.atom`,
  ...(await callList(page, MARKET_KINDS)),
}));

export default function Market() {
  const page = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const base = `/${lang}/results/market`;
  return (
    <Page crumbs={[{ label: t("results:title"), href: `/${lang}/results` }, { label: t("calls:market.title") }]}>
      <Head title={t("calls:market.title")} lede={t("calls:market.lede")}>
        {page.mayCall ? (
          <p className="row">
            <a className="btn" href={`/${lang}/partnerships/calls/new?kind=NEED`}>
              {t("calls:market.need")}
            </a>
            <a className="btn alt" href={`/${lang}/partnerships/calls/new?kind=RESULT_OFFER`}>
              {t("calls:market.offer")}
            </a>
            <a href={`/${lang}/me/calls`}>{t("calls:own.title")}</a>
          </p>
        ) : null}
      </Head>
      <CallList {...page} base={base} />
    </Page>
  );
}
