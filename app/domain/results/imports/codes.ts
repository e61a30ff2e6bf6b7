import { FUNDING_SOURCES } from "#app/domain/catalogue/funding-source.ts";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { EXPLOITATION_KINDS, IP_KINDS, RESULT_TYPES } from "../exploitation.ts";
import { AUDIENCES, MARKET_AREAS, RESULT_NEEDS } from "../profile/audience.ts";
import { OFFICE_EVENTS } from "../profile/right.ts";

const BY_FIELD: Record<string, readonly string[]> = {
  language: LANGUAGES,
  resultType: RESULT_TYPES,
  audiences: AUDIENCES,
  needs: RESULT_NEEDS,
  marketAreas: MARKET_AREAS,
  source: FUNDING_SOURCES,
};
const BY_LIST: Record<string, readonly string[]> = { rights: IP_KINDS, acts: EXPLOITATION_KINDS };

/** The codes that a field of the form takes, by its path; null where it is no choice. A file shows nobody what there is to choose. */
export function codesOf(path: readonly PropertyKey[]): readonly string[] | null {
  const field = String(path.at(-1));
  if (/^event\d+$/.test(field)) return OFFICE_EVENTS;
  if (field === "kind") return BY_LIST[String(path.find((one) => String(one) in BY_LIST))] ?? null;
  return BY_FIELD[field] ?? null;
}
