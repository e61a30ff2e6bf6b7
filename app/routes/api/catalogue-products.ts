import {
  GUIDANCE_KINDS,
  type Guidance,
  type GuidanceKind,
  guidanceOf,
  productsOf,
  versionOn,
} from "#app/domain/catalogue/catalogue.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { readProducts } from "#app/web/api/catalogue.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { apiLoader, onlyBy, parseQuery } from "#app/web/api.server.ts";
import { Problem } from "#app/web/problem.server.ts";

export const loader = apiLoader(
  async ({ url }): Promise<Answer<typeof readProducts>> => {
    const { asOf } = parseQuery(url, readProducts.query);
    const catalogue = await loadCatalogue();
    const version = versionOn(catalogue, asOf);
    if (!version)
      throw new Problem(404, { code: "NO_CATALOGUE_IN_FORCE", detail: `No edition was in force on ${asOf}.` });
    const { markets, ...edition } = version;
    const items = productsOf(catalogue, version.code).flatMap(({ groupCode, versionCode, ...product }) => {
      const group = catalogue.groups.find((it) => it.code === groupCode);
      if (!group) return [];
      const guidance = guidanceOf(catalogue, product.code);
      const { code, position, names, confidence } = group;
      return {
        ...product,
        group: { code, position, names, confidence },
        guidance: withoutProduct(guidance),
        gaps: GUIDANCE_KINDS.filter((kind) => guidance[kind].length === 0),
      };
    });
    return { asOf, edition, items };
  },
  { maxAgeSeconds: 300 },
);

export const action = onlyBy("GET");

function withoutProduct(guidance: Record<GuidanceKind, Guidance[]>) {
  const of = (kind: GuidanceKind) =>
    guidance[kind].map(({ legalRef, status, source, confidence }) => ({ legalRef, status, source, confidence }));
  return {
    PROGRAMME: of("PROGRAMME"),
    CRITERIA: of("CRITERIA"),
    INSTRUCTION: of("INSTRUCTION"),
    FINANCE_MECHANISM: of("FINANCE_MECHANISM"),
  };
}
