import { useLoaderData } from "@remix-run/react";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Facets, Meant, Results, SearchField } from "#app/ui/search/search-parts.tsx";
import { SearchStart } from "#app/ui/search/search-start.tsx";
import { publicLoader } from "#app/web/guard.server.ts";
import { searchView } from "#app/web/search/search-page.server.ts";

export const handle = { ownSearch: true };

export const loader = publicLoader(async ({ url, lang, t }) => {
  const view = await searchView(url, lang);
  const title = view.text === "" ? t("search:title") : t("search:titleFor", { text: view.text });
  const feed = view.address === "" ? {} : { feed: `/${lang}/search.atom?${view.address}` };
  return { title, description: t("search:description"), view, query: url.search, ...feed };
});

export default function Search() {
  const { view, query } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  function hrefOf(page: number): string {
    const params = new URLSearchParams(query);
    params.set("page", String(page));
    return `/${lang}/search?${params}`;
  }
  return (
    <Page crumbs={[{ label: t("search:title") }]}>
      <Head title={t("search:title")}>
        <SearchField view={view} />
        <Meant view={view} />
      </Head>
      {view.asked ? (
        <div className="cols side-l">
          <Facets view={view} />
          <Results view={view} hrefOf={hrefOf} />
        </div>
      ) : (
        <SearchStart view={view} />
      )}
    </Page>
  );
}
