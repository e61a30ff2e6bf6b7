import type { Actor } from "#app/domain/accounts/actor.ts";
import { parameterOn } from "#app/domain/catalogue/parameters.server.ts";
import { dayInVietnam, laterDay } from "#app/domain/obligations/calendar.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { lockedAgreement, lockPartnership } from "../internal/locked.server.ts";
import type { AgreementAddress } from "../internal/signing/put-signature.server.ts";
import { mayLead } from "../partnership.policy.ts";
import type { TermsInput } from "./terms.schema.ts";
import type { AgreementTerms } from "./terms.ts";

/**
 * Records the terms of an agreement that is still negotiated, in the place of what stood there.
 * Refuses: ABSENT; NOT_THE_LEAD; SHARES_ARE_AGREED; HOST_NOT_A_PARTY at `hostId`; BELOW_LEGAL_MINIMUM at `authorReward`
 * with the minimum in per cent, as it is on the agreement's first day or today. Source: docs/domain.md, I8 and "Profit waterfall".
 */
export async function recordTerms(
  actor: Actor,
  { code, productCode }: AgreementAddress,
  input: TermsInput,
  at = new Date(),
): Promise<Outcome<AgreementTerms>> {
  return inTransaction(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    const agreement = partnership && (await lockedAgreement(tx, partnership, productCode));
    if (!agreement) return refuse("ABSENT");
    if (!mayLead(actor, partnership.members)) return refuse("NOT_THE_LEAD");
    if (agreement.state !== "NEGOTIATION") return refuse("SHARES_ARE_AGREED");
    const members = partnership.members.filter(({ joined }) => joined);
    const host = members.find(({ id }) => id === input.hostId);
    if (input.hasAuthors && !host) return refuse("HOST_NOT_A_PARTY", { field: "hostId" });
    const day = laterDay(agreement.from, dayInVietnam(at));
    const minimum = Number(await parameterOn("result.author-reward.minimum", day, tx));
    if (input.hasAuthors && input.authorReward < minimum)
      return refuse("BELOW_LEGAL_MINIMUM", { field: "authorReward", params: { minimum: minimum / 10_000 } });
    const terms: AgreementTerms = {
      caps: members.map(({ id, position }) => ({
        party: position,
        capVnd: input.caps.find((one) => one.id === id)?.cap?.toString() ?? null,
      })),
      reserveRatePpm: input.reserve,
      preferredRatePpm: input.preferred,
      authors:
        input.hasAuthors && host
          ? {
              rewardPoint: input.rewardPoint,
              host: host.position,
              budgetFundedPpm: input.budgetFunded,
              budgetMethod: input.budgetMethod,
              rewardRatePpm: input.authorReward,
              intermediaryRatePpm: input.intermediary,
            }
          : null,
      ipModel: input.ipModel,
      exitRule: input.exitRule,
      ...(input.publicAsset || partnership.form === "PUBLIC_ASSET_ASSOCIATION" ? { publicAsset: true as const } : {}),
      form: input.facts,
    };
    await tx.agreement.update({ where: { id: agreement.id }, data: { terms } });
    return done(terms);
  });
}
