import type { PublicEntry } from "#app/domain/record/queries.server.ts";

/** An entry of the public record as the API and its lines tell it. */
export function entryAnswer({ subjectType, subjectCode, hash, ...entry }: PublicEntry) {
  return { ...entry, subject: { type: subjectType, code: subjectCode }, sha256: hash };
}
