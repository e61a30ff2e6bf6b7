import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { productsOn } from "#app/domain/catalogue/catalogue.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { mayCheckIntake } from "../initiative.policy.ts";
import { asOfficer, type OfficerRefusal } from "../internal/as-officer.server.ts";
import { takeStep } from "../internal/take-step.server.ts";
import type { screenSchema } from "./intake.schema.ts";

/**
 * Intake finds the file valid and sets track and codes; the council has to be set up next. Returns the day by which.
 * Refuses UNKNOWN_FIELD_OF_SCIENCE, UNKNOWN_PRODUCT, and what `asOfficer` refuses.
 * Source: docs/domain.md, "Initiatives"; Decision 2266/QĐ-TTg for the time of the council.
 */
export async function screen(
  actor: Actor,
  code: string,
  input: z.output<typeof screenSchema>,
  at = new Date(),
): Promise<Outcome<{ dueOn: string | null }, OfficerRefusal | "UNKNOWN_FIELD_OF_SCIENCE" | "UNKNOWN_PRODUCT">> {
  const catalogue = await loadCatalogue();
  const officer = { role: "INTAKE", to: "SCREENED", may: mayCheckIntake } as const;
  return asOfficer(actor, code, officer, at, async (tx, initiative, who) => {
    const { track, fordCode, productCodes } = input;
    if (!catalogue.fieldsOfScience.some((it) => it.code === fordCode))
      return refuse("UNKNOWN_FIELD_OF_SCIENCE", { field: "fordCode" });
    const inForce = new Set(productsOn(catalogue, dayInVietnam(at)).map((it) => it.code));
    if (productCodes.some((product) => !inForce.has(product)))
      return refuse("UNKNOWN_PRODUCT", { field: "productCodes" });
    const step = await takeStep(tx, initiative, {
      ...who,
      to: "SCREENED",
      track,
      data: { track, fordCode, productCodes, screenedById: who.personId },
      payload: { fordCode, productCodes },
    });
    return step.ok ? done(step.value) : step;
  });
}
