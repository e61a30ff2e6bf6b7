import { useLoaderData } from "@remix-run/react";
import { HOUSES } from "#app/domain/accounts/actor.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { countOrganisations, listOrganisations } from "#app/domain/organisations/queries.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { AppliedFilters } from "#app/ui/lists/filter-panel.tsx";
import { FirstNext } from "#app/ui/lists/pagination.tsx";
import { OrganisationFilter } from "#app/ui/organisations/filter.tsx";
import { NoOrganisations, OrganisationRows } from "#app/ui/organisations/rows.tsx";
import { publicLoader } from "#app/web/guard.server.ts";

export const loader = publicLoader(async ({ url, lang, t }) => {
  const { provinces } = await loadCatalogue();
  const chosen = <Value extends string>(name: string, known: readonly Value[]) => {
    const asked = new Set(url.searchParams.getAll(name));
    return known.filter((value) => asked.has(value));
  };
  const filter = {
    houses: chosen("house", HOUSES),
    provinces: chosen(
      "province",
      provinces.map((one) => one.code),
    ),
  };
  const after = url.searchParams.get("after");
  const [{ items, next }, counts] = await Promise.all([listOrganisations({ ...filter, after }), countOrganisations()]);
  return {
    title: t("organisations:title"),
    description: t("organisations:lede"),
    items,
    next,
    isFirst: after === null,
    filter,
    counts,
    provinces: provinces
      .map(({ code, names }) => ({ code, name: pickText(names, lang)?.text ?? code }))
      .sort((a, b) => a.name.localeCompare(b.name, lang)),
  };
});

export default function OrganisationList() {
  const { items, next, isFirst, filter, counts, provinces } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const base = `/${lang}/organisations`;
  const provinceName = new Map(provinces.map((one) => [one.code, one.name]));
  const applied = [
    ...filter.houses.map((value) => ({ name: "house", value, label: t(`house:${value}`) })),
    ...filter.provinces.map((value) => ({ name: "province", value, label: provinceName.get(value) ?? value })),
  ];
  return (
    <Page crumbs={[{ label: t("organisations:title") }]}>
      <Head title={t("organisations:title")} lede={t("organisations:lede")}>
        <p className="row">
          <a className="btn" href={`${base}/new`}>
            {t("organisations:register")}
          </a>
        </p>
      </Head>
      <div className="cols side-l">
        <OrganisationFilter action={base} chosen={filter} counts={counts} provinces={provinces} />
        <div>
          <AppliedFilters
            filters={applied.map((one) => ({
              label: one.label,
              href: addressOf(applied.filter((other) => other !== one)),
            }))}
          />
          {items.length === 0 ? (
            <NoOrganisations atAll={counts.total === 0} allHref={base} />
          ) : (
            <OrganisationRows items={items} provinceName={provinceName} />
          )}
          <FirstNext
            firstHref={isFirst ? undefined : addressOf(applied)}
            nextHref={next ? addressOf(applied, next) : undefined}
          />
        </div>
      </div>
    </Page>
  );

  function addressOf(filters: readonly { name: string; value: string }[], after?: string): string {
    const query = new URLSearchParams(filters.map(({ name, value }) => [name, value]));
    if (after) query.set("after", after);
    return query.size > 0 ? `${base}?${query}` : base;
  }
}
