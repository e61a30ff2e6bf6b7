import { LOCALISATION_MEASURES, MEASURES, measureLocalisation } from "#app/domain/results/reports/localisation.ts";
import { listLocalisation } from "#app/domain/results/reports/queries.server.ts";
import type { Localised } from "#app/ui/catalogue/localisation-section.tsx";

/** The localisation of the public results for these products, as their page shows it: shares, never sums. One statement. */
export async function localisedOf(productCodes: readonly string[]): Promise<Localised> {
  const { results, total, thresholds } = await listLocalisation(productCodes);
  return {
    total,
    basis: Object.values(thresholds)[0]?.basis ?? null,
    minimums: MEASURES.map((measure) => ({
      measure,
      minimumPpm: thresholds[LOCALISATION_MEASURES[measure]]?.ppm ?? null,
    })),
    results: results.map(({ newest, ...result }) => ({
      ...result,
      period: { from: newest.from, to: newest.to },
      measures: measureLocalisation(newest, thresholds),
    })),
  };
}
