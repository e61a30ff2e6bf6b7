import { useLoaderData } from "@remix-run/react";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { FoundList } from "#app/ui/monitoring/found/found-list.tsx";
import { RecommendationHit } from "#app/ui/monitoring/found/hits.tsx";
import { publicLoader } from "#app/web/guard.server.ts";
import { recommendationList } from "#app/web/monitoring/found-list.server.ts";

export const loader = publicLoader(async (page) => ({
  title: page.t("monitoring:lists.recommendations.title"),
  description: page.t("monitoring:lists.recommendations.lede"),
  ...(await recommendationList(page)),
}));

export default function Recommendations() {
  const page = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const home = `/${lang}/monitoring`;
  return (
    <Page crumbs={[{ label: t("monitoring:title"), href: home }, { label: t("monitoring:recommendations") }]}>
      <Head title={page.title} lede={page.description} />
      <FoundList {...page} kind="recommendations" base={`${home}/recommendations`}>
        {page.items.map((item) => (
          <RecommendationHit key={item.code} item={item} today={page.today} />
        ))}
      </FoundList>
    </Page>
  );
}
