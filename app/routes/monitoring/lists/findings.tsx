import { useLoaderData } from "@remix-run/react";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { FoundList } from "#app/ui/monitoring/found/found-list.tsx";
import { FindingHit } from "#app/ui/monitoring/found/hits.tsx";
import { publicLoader } from "#app/web/guard.server.ts";
import { findingList } from "#app/web/monitoring/found-list.server.ts";

export const loader = publicLoader(async (page) => ({
  title: page.t("monitoring:lists.findings.title"),
  description: page.t("monitoring:lists.findings.lede"),
  ...(await findingList(page)),
}));

export default function Findings() {
  const page = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const home = `/${lang}/monitoring`;
  return (
    <Page crumbs={[{ label: t("monitoring:title"), href: home }, { label: t("monitoring:findings") }]}>
      <Head title={page.title} lede={page.description} />
      <FoundList {...page} kind="findings" base={`${home}/findings`}>
        {page.items.map((item) => (
          <FindingHit key={item.code} item={item} />
        ))}
      </FoundList>
    </Page>
  );
}
