import type { Actor } from "#app/domain/accounts/actor.ts";
import { commentOnVariant } from "#app/domain/partnerships/workbench/comment.server.ts";
import { saveVariant } from "#app/domain/partnerships/workbench/save-variant.server.ts";
import { shareVariant } from "#app/domain/partnerships/workbench/share-variant.server.ts";
import type { Variant } from "#app/domain/partnerships/workbench/variant.ts";
import { type DemoPeople, legally } from "../accounts.server.ts";
import type { DemoVariant } from "./plan.ts";
import { DEMO_VARIANTS } from "./variants.ts";

/** A party of the agreement: its membership, and who speaks for it. */
type Party = { memberId: string; organisation: DemoPeople["organisations"][number] };

/** The parties weigh ways to share, show them to each other, and say what they think. */
export async function tellVariants(
  address: { code: string; productCode: string },
  parties: readonly Party[],
): Promise<void> {
  for (const told of DEMO_VARIANTS[address.productCode] ?? []) {
    const savedAt = morningOf(told.savedOn);
    const saved = { name: told.name, variant: variantOf(told, parties) };
    const { id } = legally(await saveVariant(speaker(parties, told.by), address, saved, savedAt));
    legally(await shareVariant(speaker(parties, told.by), address, id, savedAt));
    for (const { by, on, text } of told.comments) {
      const at = { ...address, variantId: id };
      legally(await commentOnVariant(speaker(parties, by), at, text, morningOf(on)));
    }
  }
}

function speaker(parties: readonly Party[], place: number): Actor {
  const party = parties[place];
  if (!party) throw new Error(`No party ${place} at the workbench.`);
  return party.organisation.representative;
}

function variantOf(told: DemoVariant, parties: readonly Party[]): Variant {
  const { capitalVnd, scenarios, profitsVnd, tiers } = told;
  return {
    ...{ capitalVnd, scenarios, profitsVnd, discountPpm: 80_000, reservePpm: 50_000, preferredPpm: 0 },
    parties: parties.map(({ memberId }, place) => ({
      party: memberId,
      capitalPpm: told.capital[place] ?? 0,
      riskPpm: told.risk[place] ?? 0,
      profitPpm: told.profit[place] ?? 0,
      capVnd: told.capsVnd[place] ?? null,
    })),
    tiers: tiers && { ...tiers, host: parties[tiers.host]?.memberId ?? "", authorRewardPoint: "R2_HOST" },
  };
}

/** Ten in the morning in Vietnam. */
function morningOf(day: string): Date {
  return new Date(`${day}T03:00:00Z`);
}
