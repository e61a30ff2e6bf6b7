import { expect, test } from "vitest";
import { submitInitiative } from "#app/demo/initiatives.server.ts";
import { findAssessment } from "#app/domain/monitoring/assessments/queries.server.ts";
import type { SubjectMonitoring } from "#app/domain/monitoring/assessments/subject-assessment.ts";
import { planCampaign } from "#app/domain/monitoring/campaigns/plan.server.ts";
import { drawSample } from "#app/domain/monitoring/sampling/draw.server.ts";
import { freezePopulation } from "#app/domain/monitoring/sampling/freeze.server.ts";
import { loader } from "#app/routes/obligations/clock.tsx";
import { db } from "#prisma/client.server.ts";
import { countQueries } from "#prisma/query-count.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast } from "#test/support/initiative-cast.ts";
import { aFront, aPlan, everything, join, move, must, publish, readAll } from "#test/support/monitoring/front.ts";
import { readPage } from "#test/support/page-call.ts";

withTestDatabase();

const MOST_QUERIES = 6;

test("the page of an obligation tells both voices once it was monitored, of itself and not of what else is owed", async () => {
  const cast = await aCast();
  for (let made = 0; made < 2; made += 1) await submitInitiative(cast.proposer);
  const front = await aFront();
  const { code } = must(await planCampaign(front.monitor, aPlan(front.body, { subjectTypes: ["OBLIGATION"] })));
  must(await freezePopulation(front.monitor, code, everything("OBLIGATION")));
  for (const who of [front.monitor, front.second]) must(await join(front, code, who));
  must(await move(front.lead, code, "APPROVED"));
  must(await drawSample(front.lead, code, { number: 1, method: "SIMPLE", stratumBy: null, size: 1 }));
  must(await move(front.lead, code, "FIELDWORK"));
  await readAll(front, code, { selfCompletion: "COMPLETE", completion: "LIMITED" });
  const drawn = await db().sampleUnit.findFirstOrThrow({ where: { drawn: 1 } });
  const owed = await db().obligation.findMany({ select: { id: true, subjectCode: true } });
  const own = owed.find(({ id }) => drawn.key.endsWith(id.slice(0, 8)))?.id ?? "";
  const other = owed.find(({ id, subjectCode }) => id !== own && subjectCode.startsWith("SK-"))?.id ?? "";
  const read = async (id: string) => {
    const { data } = await readPage(loader, `/vi/obligations/${id}`, { params: { id } });
    return (data as { monitoring: SubjectMonitoring }).monitoring.assessments;
  };
  expect(await read(own)).toEqual([]);
  await publish(front, code);
  expect(await findAssessment(null, drawn.id)).toMatchObject({ obligationId: own });
  expect(await read(own)).toMatchObject([{ key: drawn.key, campaign: code, codes: { completion: "LIMITED" } }]);
  expect([other !== "", await read(other)]).toEqual([true, []]);
  const { queries } = await countQueries(() => read(own));
  expect(queries.length, queries.join("\n")).toBeLessThanOrEqual(MOST_QUERIES);
});
