import { stageOfReadiness } from "#app/domain/results/stage.ts";
import { publicLoader } from "#app/web/guard.server.ts";
import { csvOf } from "#app/web/http/csv.server.ts";
import { groupLevels } from "#app/web/results/group-levels.server.ts";

const HEAD = ["group_code", "trl", "stage_by_trl", "results_not_on_market", "results_on_market"];

/** The figures of a group's picture. */
export const loader = publicLoader(async ({ request, params }) => {
  const { group, levels } = await groupLevels(params["code"]);
  const rows = levels.map(({ level, onMarket, notYet }) => [
    ...[group.code, level, stageOfReadiness(level), notYet, onMarket],
  ]);
  return csvOf(request, `group-${group.code}.csv`, HEAD, rows);
});
