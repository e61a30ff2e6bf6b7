/** What can be followed, in the order of the list. The database knows the same kinds (follow). */
export const FOLLOWED_TYPES = ["INITIATIVE", "PARTNERSHIP", "RESULT", "ORGANISATION", "CHALLENGE", "CALL"] as const;
export type FollowedType = (typeof FOLLOWED_TYPES)[number];

/** A thing that people follow, and that the public record and the notices speak of. */
export type Subject = { type: FollowedType; code: string };

const FOLDERS: Record<string, FollowedType> = {
  initiatives: "INITIATIVE",
  partnerships: "PARTNERSHIP",
  results: "RESULT",
  organisations: "ORGANISATION",
  challenges: "CHALLENGE",
  "partnerships/calls": "CALL",
};

const CODES: Record<FollowedType, RegExp> = {
  INITIATIVE: /^SK-\d{4}-\d{4,9}$/,
  PARTNERSHIP: /^DA-\d{4}-\d{4,9}$/,
  RESULT: /^KQ-\d{4}-\d{4,9}$/,
  ORGANISATION: /^VN-[A-Z]{2,6}-[A-Z\d-]{1,30}$/,
  CHALLENGE: /^BT-\d{4}-\d{4,9}$/,
  CALL: /^HT-\d{4}-\d{4,9}$/,
};

/** The subject of a kind and a code as somebody sent them; null for what is none. */
export function readSubject(type: string | undefined, code: string | undefined): Subject | null {
  const known = FOLLOWED_TYPES.find((one) => one === type);
  return known && code && CODES[known].test(code) ? { type: known, code } : null;
}

/** The subject whose own page has this path: `/vi/results/KQ-2026-0007`, or its feed; null elsewhere. */
export function subjectAt(pathname: string): Subject | null {
  const [, folder = "", code] = /^\/[a-z]{2}\/([a-z]+(?:\/calls)?)\/([^/]+?)(?:\.atom)?\/?$/.exec(pathname) ?? [];
  return readSubject(Object.hasOwn(FOLDERS, folder) ? FOLDERS[folder] : undefined, code);
}
