import type { Actor } from "#app/domain/accounts/actor.ts";
import { productsOn } from "#app/domain/catalogue/catalogue.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { isCode, nextCode } from "#app/platform/codes.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { isUuid } from "#app/platform/typed.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { asCaller, type CallerRefusal } from "../internal/calls/locked-call.server.ts";
import { writtenTexts } from "../texts.ts";
import { mayCall } from "./call.policy.ts";
import type { CallInput } from "./call.schema.ts";
import { SEEKING_STATES } from "./call.ts";

type TieRefusal = "PARTNERSHIP_NOT_SEEKING" | "ORIGIN_UNKNOWN" | "RESULT_NOT_OFFERED";
type CodeRefusal = "UNKNOWN_PRODUCT" | "PROVINCE_UNKNOWN" | "FIELD_UNKNOWN";
type SaveRefusal = CallerRefusal | TieRefusal | CodeRefusal | "ORGANISATION_NOT_VERIFIED";

/**
 * Writes a new draft of a call, an offer or a need (`code` null), or changes one; a draft is its organisation's alone and
 * may lack anything. An offer of a result takes products, field, readiness and province from the result. Refuses
 * NOT_A_REPRESENTATIVE and ORGANISATION_NOT_VERIFIED at `organisationId`, UNKNOWN_PRODUCT, PROVINCE_UNKNOWN, FIELD_UNKNOWN,
 * PARTNERSHIP_NOT_SEEKING (not led by the organisation, or it looks for no house any more), ORIGIN_UNKNOWN (no public
 * initiative or result of that code), RESULT_NOT_OFFERED (no public result of that code that the organisation hosts),
 * and what `asCaller` refuses: what is published stands. Source: docs/domain.md, "Calls and offers", "Offers of results and needs".
 */
export async function saveCall(
  actor: Actor,
  code: string | null,
  input: CallInput,
  at = new Date(),
): Promise<Outcome<{ code: string }, SaveRefusal>> {
  const known = await knownCodes(input, dayInVietnam(at));
  if (!known.ok) return known;
  if (code !== null)
    return asCaller<{ code: string }, SaveRefusal>(actor, code, ["DRAFT"], async (tx, call) => {
      const ties = await tiesOf(tx, input, call.organisationId);
      if (!ties.ok) return ties;
      await tx.partnershipCall.update({
        where: { id: call.id },
        data: { ...columnsOf(input), ...ties.value, updatedAt: at },
      });
      return done({ code });
    });
  const { organisationId } = input;
  if (!isUuid(organisationId) || !mayCall(actor, organisationId))
    return refuse("NOT_A_REPRESENTATIVE", { field: "organisationId" });
  return inTransaction<{ code: string }, SaveRefusal>(async (tx) => {
    const owner = await tx.organisation.count({ where: { id: organisationId, verifiedAt: { not: null } } });
    if (owner === 0) return refuse("ORGANISATION_NOT_VERIFIED", { field: "organisationId" });
    const ties = await tiesOf(tx, input, organisationId);
    if (!ties.ok) return ties;
    const made = await nextCode(tx, "HT", at.getFullYear());
    const who = { organisationId, createdById: actor.personId, createdAt: at, updatedAt: at };
    await tx.partnershipCall.create({ data: { ...columnsOf(input), ...ties.value, ...who, code: made } });
    return done({ code: made });
  });
}

/** Products in force that day, provinces and fields of science of the catalogue. */
async function knownCodes(
  { productCodes, provinceCodes, fordCode }: CallInput,
  today: string,
): Promise<Outcome<null, CodeRefusal>> {
  const catalogue = await loadCatalogue();
  const inForce = new Set(productsOn(catalogue, today).map((one) => one.code));
  if (productCodes.some((product) => !inForce.has(product)))
    return refuse("UNKNOWN_PRODUCT", { field: "productCodes" });
  const provinces = new Set(catalogue.provinces.map((one) => one.code));
  if (provinceCodes.some((province) => !provinces.has(province)))
    return refuse("PROVINCE_UNKNOWN", { field: "provinceCodes" });
  if (fordCode !== "" && !catalogue.fieldsOfScience.some(({ code }) => code === fordCode))
    return refuse("FIELD_UNKNOWN", { field: "fordCode" });
  return done(null);
}

type Ties = {
  partnershipId: string | null;
  originInitiativeId: string | null;
  originResultId: string | null;
  /** what an offer takes from its result */
  productCodes?: string[];
  provinceCodes?: string[];
  fordCode?: string | null;
  trlFrom?: number | null;
  trlTo?: number | null;
};

/** The partnership and the origin that were named, by their ids. */
async function tiesOf(
  tx: Tx,
  { kind, partnership, origin }: CallInput,
  organisationId: string,
): Promise<Outcome<Ties, TieRefusal>> {
  if (kind === "RESULT_OFFER") return ofResult(tx, origin, organisationId);
  const ties: Ties = { partnershipId: null, originInitiativeId: null, originResultId: null };
  if (partnership !== "") {
    const found = await tx.partnership.findFirst({
      where: {
        code: partnership,
        state: { in: [...SEEKING_STATES] },
        members: { some: { role: "LEAD", organisationId } },
      },
      select: { id: true },
    });
    if (!found) return refuse("PARTNERSHIP_NOT_SEEKING", { field: "partnership" });
    ties.partnershipId = found.id;
  }
  if (origin === "") return done(ties);
  const select = { id: true };
  const isPublic = { code: origin, state: { in: ["PUBLISHED" as const, "UNDER_REVIEW" as const] } };
  if (isCode("SK", origin)) {
    const where = { code: origin, publicAt: { not: null }, state: { not: "WITHDRAWN" as const } };
    ties.originInitiativeId = (await tx.initiative.findFirst({ where, select }))?.id ?? null;
  } else if (isCode("KQ", origin))
    ties.originResultId = (await tx.result.findFirst({ where: isPublic, select }))?.id ?? null;
  if (ties.originInitiativeId === null && ties.originResultId === null)
    return refuse("ORIGIN_UNKNOWN", { field: "origin" });
  return done(ties);
}

/** What is said of a public result of the organisation, for its offer. */
async function ofResult(tx: Tx, code: string, organisationId: string): Promise<Outcome<Ties, "RESULT_NOT_OFFERED">> {
  const found = await tx.result.findFirst({
    where: { code, hostOrganisationId: organisationId, state: { in: ["PUBLISHED", "UNDER_REVIEW"] } },
    select: {
      ...{ id: true, productCodes: true, provinceCode: true, fordCode: true },
      readiness: { select: { level: true }, orderBy: [{ onDate: "desc" }, { recordedAt: "desc" }], take: 1 },
    },
  });
  if (!found) return refuse("RESULT_NOT_OFFERED", { field: "origin" });
  const { id, productCodes, provinceCode, fordCode, readiness } = found;
  const level = readiness[0]?.level ?? null;
  return done({
    ...{ partnershipId: null, originInitiativeId: null, originResultId: id, productCodes, fordCode },
    ...{ provinceCodes: provinceCode === null ? [] : [provinceCode], trlFrom: level, trlTo: level },
  });
}

function columnsOf(input: CallInput) {
  const { kind, needs, words, productCodes, trlFrom, trlTo, provinceCodes, amount, opensOn, closesOn } = input;
  return {
    ...{ kind, needs, words, productCodes, trlFrom, trlTo, provinceCodes, amountVnd: amount },
    fordCode: input.fordCode === "" ? null : input.fordCode,
    title: writtenTexts(input, "title"),
    text: writtenTexts(input, "text"),
    opensOn: opensOn && new Date(`${opensOn}T00:00:00Z`),
    closesOn: closesOn && new Date(`${closesOn}T00:00:00Z`),
  };
}
