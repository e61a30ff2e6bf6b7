import { useLoaderData } from "@remix-run/react";
import { counterparts, GUIDANCE_KINDS, guidanceOf, productsOf, versionOn } from "#app/domain/catalogue/catalogue.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { countByFilter } from "#app/domain/results/counts.server.ts";
import { Stats } from "#app/ui/blocks/stats.tsx";
import { EditionSource } from "#app/ui/catalogue/edition-source.tsx";
import { FormerTable } from "#app/ui/catalogue/former-table.tsx";
import { ProductTable } from "#app/ui/catalogue/product-table.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Tabs } from "#app/ui/frame/tabs.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { notFound, publicLoader } from "#app/web/guard.server.ts";

export const loader = publicLoader(async ({ url, t }) => {
  const catalogue = await loadCatalogue();
  const counts = await countByFilter(catalogue);
  const current = versionOn(catalogue, dayInVietnam(new Date()));
  const asked = url.searchParams.get("edition");
  const version = catalogue.versions.find((it) => it.code === asked) ?? current;
  if (!version) throw notFound();
  const products = productsOf(catalogue, version.code).map((it) => ({
    ...it,
    guidance: guidanceOf(catalogue, it.code),
    results: counts.product[it.code] ?? 0,
    counterparts: counterparts(catalogue, it.code).map(({ product, pair }) => ({
      code: product.code,
      names: product.names,
      relation: pair.relation,
      confidence: pair.confidence,
    })),
  }));
  return {
    title: t("catalogue:title"),
    description: t("catalogue:lede"),
    version,
    isCurrent: version.code === current?.code,
    versions: catalogue.versions.map(({ code, instrument }) => ({
      code,
      instrument,
      products: productsOf(catalogue, code).length,
      isCurrent: code === current?.code,
    })),
    having: GUIDANCE_KINDS.map((kind) => ({
      kind,
      count: products.filter((it) => it.guidance[kind].length > 0).length,
    })),
    groups: catalogue.groups
      .filter((it) => it.versionCode === version.code)
      .map((group) => ({ ...group, products: products.filter((it) => it.groupCode === group.code) })),
    total: products.length,
  };
});

export default function CataloguePage() {
  const data = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const base = `/${lang}/catalogue`;
  return (
    <Page crumbs={[{ label: t("catalogue:title") }]}>
      <Head title={t("catalogue:title")} lede={t("catalogue:lede")}>
        <Tabs
          label={t("catalogue:editions")}
          tabs={[
            ...data.versions.map((it) => ({
              href: it.isCurrent ? base : `${base}?edition=${it.code}`,
              label: t(it.isCurrent ? "catalogue:inForce" : "catalogue:former", { instrument: it.instrument }),
              count: it.products,
              current: it.code === data.version.code,
            })),
            { href: `${base}/parameters`, label: t("catalogue:parameters.title") },
          ]}
        />
      </Head>
      <EditionSource version={data.version} />
      {data.isCurrent ? (
        <Section id="gaps" title={t("catalogue:gaps")}>
          <Stats
            stats={data.having.map(({ kind, count }) => ({
              label: t(`catalogue:kind.${kind}`),
              value: format.number(count),
              text: t("catalogue:ofAll", { count: data.total }),
              sharePpm: (count * 1_000_000) / data.total,
            }))}
          />
        </Section>
      ) : null}
      {data.groups.map((group) => (
        <Section
          key={group.code}
          id={`g-${group.code}`}
          title={
            <a href={`/${lang}/catalogue/groups/${group.code}`}>
              <Text of={group.names} />
            </a>
          }
          aside={t("catalogue:products", { count: group.products.length })}
        >
          {data.isCurrent ? (
            <ProductTable caption={group.names[lang]} rows={group.products} />
          ) : (
            <FormerTable caption={group.names[lang]} rows={group.products} />
          )}
        </Section>
      ))}
      <p className="src">{t(data.isCurrent ? "catalogue:groupNote" : "catalogue:crosswalkText")}</p>
    </Page>
  );
}
