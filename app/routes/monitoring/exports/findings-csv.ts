import { FINDING_COLUMNS } from "#app/domain/monitoring/open-data/tables.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { publicLoader } from "#app/web/guard.server.ts";
import { csv } from "#app/web/http/csv.server.ts";
import { findingBatches } from "#app/web/monitoring/open-batches.server.ts";

/** The published findings, sent as they are read. */
export const loader = publicLoader(async () => {
  const asOf = dayInVietnam(new Date());
  return csv(
    `findings-${asOf}.csv`,
    FINDING_COLUMNS.map(({ name }) => name),
    rows(),
  );

  async function* rows() {
    for await (const batch of findingBatches())
      yield batch.map((one) => FINDING_COLUMNS.map(({ cell }) => cell(one, asOf)));
  }
});
