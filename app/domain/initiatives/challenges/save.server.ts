import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { productsOn } from "#app/domain/catalogue/catalogue.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { nextCode } from "#app/platform/codes.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { isUuid } from "#app/platform/typed.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { asOwner, type OwnerRefusal } from "../internal/locked-challenge.server.ts";
import { mayPose } from "./challenge.policy.ts";
import type { challengeSchema } from "./challenge.schema.ts";

type Input = z.output<typeof challengeSchema>;
type SaveRefusal = OwnerRefusal | "UNKNOWN_PRODUCT" | "ORGANISATION_NOT_VERIFIED";

/**
 * Writes a new draft of a challenge (`code` null), or changes one; a draft is its owner's alone and may lack anything.
 * Refuses NOT_A_REPRESENTATIVE and ORGANISATION_NOT_VERIFIED at `ownerId`, UNKNOWN_PRODUCT at `productCodes`, and what
 * `asOwner` refuses: what is published stands.
 */
export async function saveChallenge(
  actor: Actor,
  code: string | null,
  input: Input,
  at = new Date(),
): Promise<Outcome<{ code: string }, SaveRefusal>> {
  const inForce = new Set(productsOn(await loadCatalogue(), dayInVietnam(at)).map((one) => one.code));
  if (input.productCodes.some((product) => !inForce.has(product)))
    return refuse("UNKNOWN_PRODUCT", { field: "productCodes" });
  if (code !== null)
    return asOwner<{ code: string }, SaveRefusal>(actor, code, ["DRAFT"], async (tx, challenge) => {
      await tx.challenge.update({ where: { id: challenge.id }, data: { ...columnsOf(input), updatedAt: at } });
      return done({ code });
    });
  const { ownerId } = input;
  if (!isUuid(ownerId) || !mayPose(actor, ownerId)) return refuse("NOT_A_REPRESENTATIVE", { field: "ownerId" });
  return inTransaction<{ code: string }, SaveRefusal>(async (tx) => {
    const owner = await tx.organisation.count({ where: { id: ownerId, verifiedAt: { not: null } } });
    if (owner === 0) return refuse("ORGANISATION_NOT_VERIFIED", { field: "ownerId" });
    const made = await nextCode(tx, "BT", at.getFullYear());
    const data = {
      ...columnsOf(input),
      code: made,
      ownerId,
      createdById: actor.personId,
      createdAt: at,
      updatedAt: at,
    };
    await tx.challenge.create({ data });
    return done({ code: made });
  });
}

function columnsOf(input: Input) {
  const { language, title, problem, criteria, productCodes, budgetCeiling, opensOn, closesOn } = input;
  return {
    ...{ language, problem, criteria, productCodes, budgetCeilingVnd: budgetCeiling },
    title: title === "" ? {} : { [language]: title },
    opensOn: opensOn && new Date(`${opensOn}T00:00:00Z`),
    // A day that does not follow the opening waits for another one: the database keeps no such pair.
    closesOn: closesOn && (!opensOn || closesOn > opensOn) ? new Date(`${closesOn}T00:00:00Z`) : null,
  };
}
