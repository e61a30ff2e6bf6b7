import { z } from "zod";
import { AUTHOR_REWARD_POINTS } from "#app/domain/partnerships/calculations/profit/author-tiers.ts";
import type { Variant } from "./variant.ts";

const vnd = z
  .string()
  .regex(/^-?\d{1,18}$/)
  .transform(BigInt);
const ppm = z.int().min(0).max(1_000_000);

/** A variant as it is stored: đồng as decimal text, shares and rates as whole ppm, lists in their order. */
const variantContentSchema = z.strictObject({
  parties: z.array(
    z.strictObject({
      party: z.string(),
      capitalPpm: ppm,
      riskPpm: ppm,
      profitPpm: ppm,
      capVnd: vnd.nullable(),
    }),
  ),
  capitalVnd: vnd,
  scenarios: z.array(z.strictObject({ name: z.string(), probabilityPpm: ppm, valueVnd: vnd })),
  profitsVnd: z.array(vnd),
  discountPpm: ppm,
  reservePpm: ppm,
  preferredPpm: ppm,
  tiers: z
    .strictObject({
      authorRewardPoint: z.enum(AUTHOR_REWARD_POINTS),
      host: z.string(),
      budgetFundedPpm: ppm,
      authorRewardRatePpm: ppm,
      intermediaryRatePpm: ppm,
    })
    .nullable(),
});
export type VariantContent = z.input<typeof variantContentSchema>;

/** Reads what the database holds; what is stored was weighed before. */
export function readContent(stored: unknown): Variant {
  return variantContentSchema.parse(stored);
}

export function writeContent(variant: Variant): VariantContent {
  const { capitalVnd, profitsVnd, scenarios, parties, tiers, ...rates } = variant;
  return {
    ...rates,
    parties: parties.map(({ capVnd, ...shares }) => ({ ...shares, capVnd: capVnd?.toString() ?? null })),
    capitalVnd: capitalVnd.toString(),
    scenarios: scenarios.map(({ valueVnd, ...scenario }) => ({ ...scenario, valueVnd: valueVnd.toString() })),
    profitsVnd: profitsVnd.map(String),
    tiers: tiers && { ...tiers },
  };
}
