import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { pool, type Tx } from "#prisma/client.server.ts";
import { asMonitor, conflictOf, type LockedCampaign, type MonitorRefusal } from "../internal/as-monitor.server.ts";
import { populationSql } from "../internal/populations.ts";
import { mayWork } from "../monitoring.policy.ts";
import { populationHash } from "./redraw.server.ts";
import type { PopulationInput } from "./sample.schema.ts";

type Row = { key: string; subjectCode: string; province: string; house: string; bodies: string[] };
type FreezeRefusal =
  | MonitorRefusal
  | "TYPE_NOT_PLANNED"
  | "POPULATION_EMPTY"
  | "POPULATION_TOO_LARGE"
  | "OWN_BODY_MONITORED"
  | "TEAM_NOT_INDEPENDENT";

const LARGEST = 50_000;

/**
 * Freezes a population: the subjects of one kind that everybody reads at this moment, narrowed as asked, each with the
 * bodies that are monitored by it, and the hash of the whole. It is never changed. Gives its number and its size.
 * Refuses TYPE_NOT_PLANNED at `subjectType`; POPULATION_EMPTY; POPULATION_TOO_LARGE; OWN_BODY_MONITORED where the Front
 * body itself, or another that works in the campaign or is invited to, is in it; TEAM_NOT_INDEPENDENT, naming the body, where somebody of the team belongs or belonged to a body
 * in it; and what `asMonitor` refuses. Source: docs/domain.md, "Sampling".
 */
export async function freezePopulation(
  actor: Actor,
  code: string,
  input: PopulationInput,
  at = new Date(),
): Promise<Outcome<{ number: number; size: number }, FreezeRefusal>> {
  const tried = { act: "campaign.population", code, from: ["PLANNED"] } as const;
  return asMonitor<{ number: number; size: number }, FreezeRefusal>(actor, tried, async (tx, campaign) => {
    if (!campaign.subjectTypes.includes(input.subjectType)) return refuse("TYPE_NOT_PLANNED", { field: "subjectType" });
    const { subjectType, fromOn, toOn, provinceCode, house } = input;
    const { rows } = await pool().query<Row>(populationSql(subjectType), [fromOn, toOn, provinceCode, house]);
    if (rows.length === 0 || !mayWork(actor, campaign)) return refuse("POPULATION_EMPTY");
    if (rows.length > LARGEST) return refuse("POPULATION_TOO_LARGE", { params: { most: LARGEST } });
    const front = await tx.campaignBody.findMany({ where: { campaignId: campaign.id, NOT: { accepted: false } } });
    const fronts = [campaign.ownerOrganisationId, ...front.map(({ organisationId }) => organisationId)];
    if (rows.some(({ bodies }) => fronts.some((one) => bodies.includes(one)))) return refuse("OWN_BODY_MONITORED");
    const number = 1 + (await tx.campaignSample.count({ where: { campaignId: campaign.id } }));
    const filter = {
      ...(fromOn === null ? {} : { fromOn }),
      ...(toOn === null ? {} : { toOn }),
      ...(provinceCode === "" ? {} : { provinceCode }),
      ...(house === null ? {} : { house }),
    };
    await store(tx, campaign, { number, subjectType, filter, rows, at });
    const body = await dependentOnTeam(tx, campaign.id);
    if (body) return refuse("TEAM_NOT_INDEPENDENT", { params: { body } });
    return done({ number, size: rows.length });
  });
}

type Frozen = Pick<PopulationInput, "subjectType"> & { number: number; filter: object; rows: Row[]; at: Date };

async function store(tx: Tx, campaign: LockedCampaign, { number, subjectType, filter, rows, at }: Frozen) {
  const sample = await tx.campaignSample.create({
    data: {
      ...{ campaignId: campaign.id, number, subjectType, filter, frozenAt: at },
      ...{ populationSize: rows.length, populationSha256: populationHash(rows) },
    },
    select: { id: true },
  });
  await tx.sampleUnit.createMany({
    data: rows.map(({ key, subjectCode, province, house, bodies }) => ({
      ...{ sampleId: sample.id, key, subjectCode, provinceCode: province, house, bodyIds: bodies },
    })),
  });
}

/** The first monitored body to which somebody of the team belongs or belonged; null where all are independent. */
async function dependentOnTeam(tx: Tx, campaignId: string): Promise<Texts | null> {
  const team = await tx.campaignMember.findMany({ where: { campaignId, leftAt: null }, select: { personId: true } });
  for (const { personId } of team) {
    const body = await conflictOf(tx, personId, campaignId);
    if (body) return body;
  }
  return null;
}
