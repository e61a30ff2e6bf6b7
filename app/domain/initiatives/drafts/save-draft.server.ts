import type { Actor } from "#app/domain/accounts/actor.ts";
import { type Catalogue, productsOn } from "#app/domain/catalogue/catalogue.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { isProposer, mayEdit } from "../initiative.policy.ts";
import type { StepValues, TypedStep } from "../initiative.schema.ts";
import { type LockedInitiative, lockInitiative } from "../internal/locked.server.ts";
import { LONGEST_SEAL_YEARS, maySealUntil, type PartRule, SEALABLE_PARTS, type SealablePart } from "../part.ts";

export type SaveRefusal =
  | "NOT_FOUND"
  | "NOT_EDITABLE"
  | "STALE"
  | "UNKNOWN_FIELD_OF_SCIENCE"
  | "UNKNOWN_PROVINCE"
  | "UNKNOWN_PRODUCT"
  | "NOT_YOUR_ORGANISATION"
  | "SEAL_NOT_AHEAD";

/** What one step of the form holds. */
export type StepInput = { [Step in TypedStep]: { step: Step; values: StepValues[Step] } }[TypedStep];

/**
 * Saves steps of a draft, or of an initiative that is being completed; complete or not, it is kept. `revision` is
 * the one that the form was made from: where the text has changed since, the form is STALE and nothing is overwritten.
 * Refuses besides: NOT_FOUND (also for everybody but the proposer), NOT_EDITABLE, and codes that are in no list,
 * and SEAL_NOT_AHEAD (a seal ends after today, ten years ahead at most).
 * Returns the new revision.
 */
export async function saveDraft(
  actor: Actor,
  code: string,
  input: { revision: number | null; steps: readonly StepInput[] },
  at = new Date(),
): Promise<Outcome<{ revision: number }, SaveRefusal>> {
  const catalogue = await loadCatalogue();
  return inTransaction(async (tx) => {
    const initiative = await lockInitiative(tx, code);
    if (!initiative || !isProposer(actor, initiative)) return refuse("NOT_FOUND");
    if (!mayEdit(actor, initiative)) return refuse("NOT_EDITABLE");
    if (input.revision !== initiative.revision) return refuse("STALE");
    const today = dayInVietnam(at);
    let data: Prisma.InitiativeUncheckedUpdateInput = {};
    for (const step of input.steps) {
      const columns = columnsOf(actor, step, initiative, catalogue, today);
      if (!columns.ok) return columns;
      const ruled =
        "parts" in step.values && step.values.parts
          ? await saveParts(tx, initiative.id, step.values.parts, today)
          : null;
      if (ruled && !ruled.ok) return ruled;
      data = { ...data, ...columns.value };
    }
    const saved = await tx.initiative.update({
      where: { id: initiative.id },
      data: { ...data, revision: { increment: 1 }, updatedAt: at },
      select: { revision: true },
    });
    return done(saved);
  });
}

type Columns = Outcome<Prisma.InitiativeUncheckedUpdateInput, SaveRefusal>;

function columnsOf(
  actor: Actor,
  input: StepInput,
  initiative: LockedInitiative,
  catalogue: Catalogue,
  today: string,
): Columns {
  switch (input.step) {
    case "applicant":
      return applicantColumns(actor, input.values, initiative);
    case "summary":
      return done({ title: texts(input.values, "title"), abstract: texts(input.values, "abstract") });
    case "field":
      return fieldColumns(input.values, catalogue, today);
    case "funding": {
      const { requestedFunding, durationMonths, coFunding } = input.values;
      const stored = coFunding.map(({ source, vnd }) => ({ source, vnd: vnd.toString() }));
      return done({ requestedFundingVnd: requestedFunding, durationMonths, coFunding: stored });
    }
    default: {
      const { parts: _parts, ...columns } = input.values;
      return done(columns);
    }
  }
}

/** Keeps who reads each part; a part that everybody reads has no row. */
async function saveParts(
  tx: Tx,
  initiativeId: string,
  rules: readonly (PartRule & { part: SealablePart })[],
  today: string,
): Promise<Outcome<null, "SEAL_NOT_AHEAD">> {
  for (const { part, level, untilOn } of rules) {
    const field = `parts[${SEALABLE_PARTS.indexOf(part)}].until`;
    if (untilOn !== null && !maySealUntil(untilOn, today))
      return refuse("SEAL_NOT_AHEAD", { field, params: { years: LONGEST_SEAL_YEARS } });
    const rule = { level, untilOn: untilOn === null ? null : new Date(untilOn) };
    const id = { initiativeId, field: part };
    if (level === "PUBLIC") await tx.partVisibility.deleteMany({ where: id });
    else
      await tx.partVisibility.upsert({
        where: { initiativeId_field: id },
        create: { ...id, ...rule },
        update: rule,
      });
  }
  return done(null);
}

function applicantColumns(actor: Actor, values: StepValues["applicant"], initiative: LockedInitiative): Columns {
  const { language, applicantType, organisationId } = values;
  if (applicantType === "PERSON") return done({ language, applicantType, organisationId: null });
  const isMine = actor.affiliations.some((mine) => mine.organisationId === organisationId);
  // A draft may wait for its organisation; what was submitted before has one.
  const mayWait = organisationId === null && initiative.state === "DRAFT";
  if (!isMine && !mayWait) return refuse("NOT_YOUR_ORGANISATION", { field: "organisationId" });
  return done({ language, applicantType, organisationId });
}

function fieldColumns(values: StepValues["field"], catalogue: Catalogue, today: string): Columns {
  const { fordCode, provinceCode, productCodes } = values;
  if (fordCode && !catalogue.fieldsOfScience.some((it) => it.code === fordCode))
    return refuse("UNKNOWN_FIELD_OF_SCIENCE", { field: "fordCode" });
  if (provinceCode && !catalogue.provinces.some((it) => it.code === provinceCode))
    return refuse("UNKNOWN_PROVINCE", { field: "provinceCode" });
  const inForce = new Set(productsOn(catalogue, today).map((it) => it.code));
  if (productCodes.some((product) => !inForce.has(product)))
    return refuse("UNKNOWN_PRODUCT", { field: "productCodes" });
  return done(values);
}

function texts(values: StepValues["summary"], name: "title" | "abstract"): Prisma.InputJsonObject {
  const all = { vi: values[`${name}_vi`], en: values[`${name}_en`], fr: values[`${name}_fr`] };
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ""));
}
