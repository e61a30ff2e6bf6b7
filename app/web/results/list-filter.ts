import { HOUSES } from "#app/domain/accounts/actor.ts";
import { type Catalogue, productsOn } from "#app/domain/catalogue/catalogue.ts";
import { RESULT_TYPES } from "#app/domain/results/exploitation.ts";
import type { ResultFilterName } from "#app/domain/results/filter.ts";
import { REVENUE_BANDS } from "#app/domain/results/reports/revenue.ts";
import { RESULT_STAGES } from "#app/domain/results/stage.ts";

/**
 * The values that each filter of the list of results offers on a day ('YYYY-MM-DD'): products and groups in force, and
 * those of the former edition that the address asks for.
 */
export function filterValues(
  catalogue: Catalogue,
  on: string,
  query: URLSearchParams,
): Record<ResultFilterName, readonly string[]> {
  const inForce = productsOn(catalogue, on);
  const products = catalogue.products.filter(
    (one) => inForce.includes(one) || query.getAll("product").includes(one.code),
  );
  const groups = new Set([...inForce.map(({ groupCode }) => groupCode), ...query.getAll("group")]);
  return {
    commercialised: ["true", "false"],
    stage: RESULT_STAGES,
    revenueBand: REVENUE_BANDS,
    type: RESULT_TYPES,
    group: catalogue.groups.filter(({ code }) => groups.has(code)).map(({ code }) => code),
    product: products.map(({ code }) => code),
    level: catalogue.readinessLevels.map(({ level }) => String(level)),
    house: HOUSES,
    province: catalogue.provinces.map(({ code }) => code),
  };
}

/** The filter of an address; what is offered by none is left out. */
export function readFilter(
  catalogue: Catalogue,
  on: string,
  query: URLSearchParams,
): Record<ResultFilterName, string[]> {
  const values = filterValues(catalogue, on, query);
  const chosen = (name: ResultFilterName) => values[name].filter((value) => query.getAll(name).includes(value));
  return {
    commercialised: chosen("commercialised"),
    stage: chosen("stage"),
    revenueBand: chosen("revenueBand"),
    type: chosen("type"),
    group: chosen("group"),
    product: chosen("product"),
    level: chosen("level"),
    house: chosen("house"),
    province: chosen("province"),
  };
}

/** A filter as the query of an address, in the order of its names. */
export function filterQuery(filter: Record<ResultFilterName, string[]>): [string, string][] {
  return Object.entries(filter).flatMap(([name, values]) => values.map((value): [string, string] => [name, value]));
}
