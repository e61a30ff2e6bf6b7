import { RECOMMENDATION_COLUMNS } from "#app/domain/monitoring/open-data/tables.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { publicLoader } from "#app/web/guard.server.ts";
import { csv } from "#app/web/http/csv.server.ts";
import { recommendationBatches } from "#app/web/monitoring/open-batches.server.ts";

/** The published recommendations with where each stands, sent as they are read. */
export const loader = publicLoader(async () => {
  const asOf = dayInVietnam(new Date());
  return csv(
    `recommendations-${asOf}.csv`,
    RECOMMENDATION_COLUMNS.map(({ name }) => name),
    rows(),
  );

  async function* rows() {
    for await (const batch of recommendationBatches())
      yield batch.map((one) => RECOMMENDATION_COLUMNS.map(({ cell }) => cell(one, asOf)));
  }
});
