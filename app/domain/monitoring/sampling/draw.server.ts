import { randomBytes } from "node:crypto";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { asMonitor, type MonitorRefusal } from "../internal/as-monitor.server.ts";
import { writeFrontStep } from "../internal/front-step.server.ts";
import { mayWork } from "../monitoring.policy.ts";
import { redraw } from "./redraw.server.ts";
import type { DrawInput } from "./sample.schema.ts";

type DrawRefusal = MonitorRefusal | "DRAWN_ALREADY" | "SAMPLE_LARGER_THAN_POPULATION";

const SEED_BYTES = 16;

/**
 * Draws the one sample of a frozen population of an approved campaign. The seed is random, made now and put on the record
 * with the sample, so that nobody chooses it and everybody can draw again. Gives the seed.
 * Refuses NOT_FOUND where there is no such population; DRAWN_ALREADY; SAMPLE_LARGER_THAN_POPULATION at `size`; and what
 * `asMonitor` refuses. Source: docs/domain.md, "Sampling".
 */
export async function drawSample(
  actor: Actor,
  code: string,
  { number, method, stratumBy, size }: DrawInput,
  at = new Date(),
): Promise<Outcome<{ seed: string }, DrawRefusal>> {
  const tried = { act: "campaign.draw", code, from: ["APPROVED"] } as const;
  return asMonitor<{ seed: string }, DrawRefusal>(actor, tried, async (tx, campaign) => {
    const sample = await tx.campaignSample.findUnique({
      where: { campaignId_number: { campaignId: campaign.id, number } },
      select: { id: true, drawnAt: true, populationSize: true, populationSha256: true, subjectType: true },
    });
    if (!sample || !mayWork(actor, campaign)) return refuse("NOT_FOUND");
    if (sample.drawnAt) return refuse("DRAWN_ALREADY");
    const { populationSize, populationSha256, subjectType } = sample;
    if (size > populationSize)
      return refuse("SAMPLE_LARGER_THAN_POPULATION", { field: "size", params: { most: populationSize } });
    const units = await tx.sampleUnit.findMany({
      where: { sampleId: sample.id },
      select: { key: true, provinceCode: true, house: true },
    });
    const seed = randomBytes(SEED_BYTES).toString("hex");
    const population = units.map(({ key, provinceCode, house }) => ({ key, province: provinceCode, house }));
    const keys = redraw(population, { method, stratumBy, size, seed });
    await tx.campaignSample.update({ where: { id: sample.id }, data: { method, stratumBy, size, seed, drawnAt: at } });
    await tx.$executeRaw`
      UPDATE sample_unit u SET drawn = d.place FROM unnest(${keys}::text[]) WITH ORDINALITY AS d (key, place)
      WHERE u.sample_id = ${sample.id}::uuid AND u.key = d.key`;
    const subject = { type: "CAMPAIGN", code } as const;
    const by = { actor, ownerOrganisationId: campaign.ownerOrganisationId };
    const payload = {
      number,
      subjectType,
      populationSize,
      populationSha256,
      method,
      stratumBy,
      size,
      seed,
      sample: keys,
    };
    await writeFrontStep(tx, { kind: "campaign.sample-drawn", subject, by, payload }, at);
    return done({ seed });
  });
}
