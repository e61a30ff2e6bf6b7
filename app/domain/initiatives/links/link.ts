/** What an initiative can be tied to: what it builds on (SK-…), and what it led to. */
export const LINK_KINDS = ["BUILDS_ON", "TASK", "PARTNERSHIP", "RESULT"] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** The address, behind the language, of what a link leads to; a task has none in the portal. */
export function linkPath(kind: LinkKind, code: string): string | null {
  if (kind === "TASK") return null;
  return `/${{ BUILDS_ON: "initiatives", PARTNERSHIP: "partnerships", RESULT: "results" }[kind]}/${code}`;
}
