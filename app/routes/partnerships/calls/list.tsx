import { useLoaderData } from "@remix-run/react";
import { PARTNER_KINDS } from "#app/domain/partnerships/calls/call.ts";
import { CallList } from "#app/ui/calls/call-list.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { publicLoader } from "#app/web/guard.server.ts";
import { callList } from "#app/web/partnerships/calls/call-list.server.ts";

export const loader = publicLoader(async (page) => ({
  title: page.t("calls:title"),
  description: page.t("calls:lede"),
  feed: `/${page.lang}/partnerships/calls.atom`,
  ...(await callList(page, PARTNER_KINDS)),
}));

export default function Calls() {
  const page = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const base = `/${lang}/partnerships/calls`;
  return (
    <Page crumbs={[{ label: t("partnerships:title"), href: `/${lang}/partnerships` }, { label: t("calls:title") }]}>
      <Head title={t("calls:title")} lede={t("calls:lede")}>
        {page.mayCall ? (
          <p className="row">
            <a className="btn" href={`${base}/new`}>
              {t("calls:write")}
            </a>
            <a className="btn alt" href={`/${lang}/me/calls`}>
              {t("calls:own.title")}
            </a>
          </p>
        ) : null}
      </Head>
      <CallList {...page} base={base} />
    </Page>
  );
}
