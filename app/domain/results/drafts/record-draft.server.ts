import type { Actor } from "#app/domain/accounts/actor.ts";
import { versionOn } from "#app/domain/catalogue/catalogue.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { nextCode } from "#app/platform/codes.server.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import type { ResultType } from "../exploitation.ts";
import { mayRecord } from "../result.policy.ts";

/** More open drafts than this in one hand, besides those that were imported, are a machine's. */
const MOST_OPEN_DRAFTS = 50;

export type RecordDraftRefusal = "NOT_YOUR_ORGANISATION" | "TOO_MANY_DRAFTS" | "NO_CATALOGUE";

export type NewResult = { organisationId: string; resultType: ResultType; title: string; language: Language };

/**
 * Starts a result of a host body, by somebody who belongs to it; it keeps the edition of the catalogue in force that
 * day, and takes the province of its host and the name of who records it as a first proposal. Nobody else learns of a
 * draft, so it leaves no entry on the public record. Refuses NOT_YOUR_ORGANISATION, TOO_MANY_DRAFTS, and NO_CATALOGUE
 * on a day before the first edition.
 */
export async function recordDraft(
  actor: Actor,
  input: NewResult,
  at = new Date(),
): Promise<Outcome<{ code: string }, RecordDraftRefusal>> {
  const { organisationId, resultType, title, language } = input;
  if (!mayRecord(actor, organisationId)) return refuse("NOT_YOUR_ORGANISATION", { field: "organisationId" });
  const version = versionOn(await loadCatalogue(), dayInVietnam(at));
  if (!version) return refuse("NO_CATALOGUE");
  return inTransaction(async (tx) => {
    const open = await tx.result.count({ where: { createdById: actor.personId, state: "DRAFT", imported: null } });
    if (open >= MOST_OPEN_DRAFTS) return refuse("TOO_MANY_DRAFTS", { params: { max: MOST_OPEN_DRAFTS } });
    const host = await tx.organisation.findUniqueOrThrow({
      where: { id: organisationId },
      select: { nameVi: true, provinceCode: true },
    });
    const code = await nextCode(tx, "KQ", Number(dayInVietnam(at).slice(0, 4)));
    const result = await tx.result.create({
      data: {
        code,
        hostOrganisationId: organisationId,
        createdById: actor.personId,
        resultType,
        language,
        title: { [language]: title },
        teaser: {},
        provinceCode: host.provinceCode,
        catalogueVersion: version.code,
        createdAt: at,
        updatedAt: at,
        authors: actor.name
          ? { create: { position: 1, name: actor.name, affiliation: host.nameVi, contributionPpm: 1_000_000 } }
          : {},
      },
      select: { id: true },
    });
    await tx.resultStep.create({
      data: { resultId: result.id, toState: "DRAFT", at, actorId: actor.personId, actorRole: "AUTHOR" },
    });
    return done({ code });
  });
}
