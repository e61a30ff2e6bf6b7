import type { SealedFacts } from "#app/domain/record/leaf.ts";
import type { SubjectType } from "#prisma/generated/enums.ts";

/** The columns of `record_entry` that go under the seal, as plain SQL reads them. */
export type SealedRow = {
  id: bigint;
  at: Date;
  kind: string;
  subject_type: SubjectType;
  subject_code: string;
  actor_organisation: string | null;
  actor_post: string;
  sha256: string;
};

export const SEALED_COLUMNS =
  "e.id, e.at, e.kind, e.subject_type, e.subject_code, e.actor_organisation, e.actor_post, e.sha256";

export function factsOf(row: SealedRow): SealedFacts {
  return {
    entryNo: Number(row.id),
    at: row.at.toISOString(),
    kind: row.kind,
    subjectType: row.subject_type,
    subjectCode: row.subject_code,
    organisationCode: row.actor_organisation,
    post: row.actor_post,
    hash: row.sha256,
  };
}
