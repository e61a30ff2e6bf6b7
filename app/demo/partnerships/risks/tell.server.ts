import { type DemoOrganisation, legally } from "#app/demo/accounts.server.ts";
import { DEMO_RISKS, type DemoAssessment, type DemoRisk } from "#app/demo/partnerships/risks/plan.ts";
import { partyAt, speaker } from "#app/demo/partnerships/tell-performance.server.ts";
import { addRisk, closeRisk, reviewRisk } from "#app/domain/partnerships/risks/assess.server.ts";

type Party = { organisation: DemoOrganisation; memberId: string };
type Table = { code: string; productCode: string; parties: readonly Party[] };
/** One thing that happens on a day. */
type Act = { on: string; act: (at: Date) => Promise<unknown> };

/** What the parties of a partnership enter in its risk register, review and close, each on its day. */
export function riskActs(table: Table): Act[] {
  const risks = DEMO_RISKS[table.productCode] ?? [];
  // numbers go by the order in which risks are entered
  return risks.flatMap((risk, place) => actsOf(table, risk, place + 1));
}

function actsOf(table: Table, demo: DemoRisk, risk: number): Act[] {
  const { category, reviews = [], closed, ...first } = demo;
  const { code } = table;
  const { title, isPublic = true } = first;
  const acts: Act[] = [
    {
      on: first.on,
      act: async (at) =>
        legally(
          await addRisk(speaker(table, first.by), code, { category, ...assessed(table, { ...first, isPublic }) }, at),
        ),
    },
  ];
  for (const review of reviews) {
    const input = { risk, ...assessed(table, { ...review, title, isPublic }) };
    acts.push({
      on: review.on,
      act: async (at) => legally(await reviewRisk(speaker(table, review.by), code, input, at)),
    });
  }
  if (closed) {
    const { on, by, ...end } = closed;
    acts.push({ on, act: async (at) => legally(await closeRisk(speaker(table, by), code, { risk, ...end }, at)) });
  }
  return acts;
}

function assessed(table: Table, { on: _day, by: _who, owner, parts, isPublic = true, ...facts }: DemoAssessment) {
  const allocation = parts.map((share, place) => ({ id: partyAt(table, place).memberId, share }));
  return { ...facts, isPublic, ownerMemberId: partyAt(table, owner).memberId, allocation };
}
