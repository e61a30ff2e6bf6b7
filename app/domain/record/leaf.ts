import { canonicalJson } from "#app/platform/canonical.ts";
import type { SubjectType } from "#prisma/generated/enums.ts";

/** What of an entry goes under the seal: everything but the payload itself, of which the hash. */
export type SealedFacts = {
  entryNo: number;
  at: string;
  kind: string;
  subjectType: SubjectType;
  subjectCode: string;
  /** the code of the body that acted, as it was then */
  organisationCode: string | null;
  post: string;
  /** SHA-256 of the payload */
  hash: string;
};

/** The bytes of a leaf as text: canonical JSON. Its leaf hash is SHA-256 over a zero byte and this in UTF-8 (RFC 6962). */
export function leafText(entry: SealedFacts): string {
  return canonicalJson({
    actor: { organisation: entry.organisationCode, post: entry.post },
    at: entry.at,
    entry: entry.entryNo,
    kind: entry.kind,
    payload: entry.hash,
    subject: { code: entry.subjectCode, type: entry.subjectType },
  });
}
