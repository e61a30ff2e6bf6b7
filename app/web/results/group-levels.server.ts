import { type Catalogue, productsOf, withCounterparts } from "#app/domain/catalogue/catalogue.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import type { LevelFigures } from "#app/domain/results/figures/level-figures.ts";
import { readLevels } from "#app/domain/results/figures/queries.server.ts";
import { notFound } from "#app/web/guard.server.ts";

/** A technology group with its products and the readiness of their results, of both catalogues. Two statements. */
export async function groupLevels(code: string | undefined): Promise<{
  catalogue: Catalogue;
  group: Catalogue["groups"][number];
  products: Catalogue["products"];
  levels: LevelFigures[];
}> {
  const catalogue = await loadCatalogue();
  const group = catalogue.groups.find((one) => one.code === code);
  if (!group) throw notFound();
  const products = productsOf(catalogue, group.versionCode).filter((one) => one.groupCode === group.code);
  const codes = withCounterparts(
    catalogue,
    products.map((one) => one.code),
  );
  return { catalogue, group, products, levels: await readLevels(codes) };
}
