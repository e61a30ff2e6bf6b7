import { createHash } from "node:crypto";
import { type DemoOrganisation, type DemoPeople, legally } from "#app/demo/accounts.server.ts";
import { DEMO_PERFORMANCE, type DemoPerformance } from "#app/demo/partnerships/performance.ts";
import { briefPdf } from "#app/demo/pdf.ts";
import { recordFailure, verifyFailure } from "#app/domain/partnerships/performance/failures.server.ts";
import { addMetric, recordReading, verifyReading } from "#app/domain/partnerships/performance/metrics.server.ts";
import { planMilestone } from "#app/domain/partnerships/performance/plan-milestone.server.ts";
import { judgeMilestone, reportMilestone } from "#app/domain/partnerships/performance/settle-milestone.server.ts";
import { storeUpload } from "#app/platform/files/files.server.ts";

type Party = { organisation: DemoOrganisation; memberId: string };
type Table = { code: string; productCode: string; people: DemoPeople; parties: readonly Party[] };
/** One thing that happens on a day. */
type Act = { on: string; act: (at: Date) => Promise<unknown> };

/** What the parties of a partnership plan, reach, measure and fail to do, each on its day; nothing where none is planned. */
export function performanceActs(table: Table): Act[] {
  const plan = DEMO_PERFORMANCE[table.productCode];
  return plan ? [...milestones(table, plan), ...metrics(table, plan), ...failures(table, plan)] : [];
}

function milestones(table: Table, plan: DemoPerformance): Act[] {
  const { code, people } = table;
  return plan.milestones.flatMap(({ place, reported, judged, ...facts }, index) => {
    const { organisation, memberId } = partyAt(table, place);
    const milestone = index + 1;
    const planned = { ...facts, memberId };
    const acts: Act[] = [
      {
        on: plan.plannedOn,
        act: async (day) => legally(await planMilestone(speaker(table, 0), code, planned, day)),
      },
    ];
    if (reported) {
      const { on, note, fileName, isPublic } = reported;
      acts.push({
        on,
        act: async (day) => {
          const file = legally(await storeUpload(new File([briefPdf(`${code}-${milestone}`)], fileName)));
          const report = { milestone, note, evidenceSha256: file.sha256, evidence: { file, isPublic } };
          legally(await reportMilestone(organisation.representative, code, report, day));
        },
      });
    }
    if (judged) {
      const { on, judgement, note } = judged;
      const judge = { milestone, judgement, note };
      acts.push({ on, act: async (day) => legally(await judgeMilestone(people.actors.verifier, code, judge, day)) });
    }
    return acts;
  });
}

function metrics(table: Table, plan: DemoPerformance): Act[] {
  const { code, people } = table;
  return plan.metrics.flatMap(({ place, readings, ...facts }, index) => {
    const { organisation, memberId } = partyAt(table, place);
    const metric = index + 1;
    const added = { ...facts, memberId };
    const acts: Act[] = [
      { on: plan.plannedOn, act: async (day) => legally(await addMetric(speaker(table, 0), code, added, day)) },
    ];
    for (const [earlier, { on, value, reference, verifiedOn }] of readings.entries()) {
      const reading = { metric, onDay: on, value, reference, evidenceSha256: hashOf(reference) };
      acts.push({
        on,
        act: async (day) => legally(await recordReading(organisation.representative, code, reading, day)),
      });
      if (!verifiedOn) continue;
      const check = { reading: { metric, number: earlier + 1 } };
      acts.push({
        on: verifiedOn,
        act: async (day) => legally(await verifyReading(people.actors.verifier, code, check, day)),
      });
    }
    return acts;
  });
}

function failures(table: Table, plan: DemoPerformance): Act[] {
  const { code, people } = table;
  return plan.failures.flatMap(({ by, place, recordedOn, verifiedOn, ...facts }, index) => {
    const failure = { ...facts, memberId: partyAt(table, place).memberId, evidenceSha256: null };
    const acts: Act[] = [
      { on: recordedOn, act: async (day) => legally(await recordFailure(speaker(table, by), code, failure, day)) },
    ];
    if (verifiedOn) {
      const input = { failure: index + 1 };
      acts.push({
        on: verifiedOn,
        act: async (day) => legally(await verifyFailure(people.actors.verifier, code, input, day)),
      });
    }
    return acts;
  });
}

/** Who speaks for the party at a place of the table. */
export function speaker(table: Pick<Table, "code" | "parties">, place: number) {
  return partyAt(table, place).organisation.representative;
}

export function partyAt({ parties, code }: Pick<Table, "code" | "parties">, place: number): Party {
  const party = parties[place];
  if (!party) throw new Error(`No party ${place} in ${code}.`);
  return party;
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
