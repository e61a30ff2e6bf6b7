/** Why somebody may not evaluate: a part in the file itself, or a tie to those who stand behind it. */
export const CONFLICT_GROUNDS = [
  "PART",
  "EMPLOYER",
  "COAUTHOR",
  "PARTNER",
  "FINANCIAL",
  "SUPERVISOR",
  "FAMILY",
] as const;
export type ConflictGround = (typeof CONFLICT_GROUNDS)[number];

/** Ties that no table tells: people declare them themselves. */
export const DECLARED_RELATIONS = ["FINANCIAL", "SUPERVISOR", "FAMILY"] as const;
export type DeclaredRelation = (typeof DECLARED_RELATIONS)[number];

/** Why an evaluator leaves a seat: a tie, or what is no tie at all. */
export const RECUSAL_GROUNDS = [
  "EMPLOYER",
  "COAUTHOR",
  "PARTNER",
  "FINANCIAL",
  "SUPERVISOR",
  "FAMILY",
  "TIME",
  "OTHER",
] as const;
export const TIES = RECUSAL_GROUNDS.filter((ground) => ground !== "TIME");

/** What the data tells of a candidate and those behind the file; days 'YYYY-MM-DD', `null` for what has not ended. */
export type TieFacts = {
  /** proposer, confirmed author, officer who screened, chair; after an appeal, whoever had a part before */
  hasPart: boolean;
  /** last day outside: when the candidate or the other left a body in which both worked or which applies */
  employers: readonly (string | null)[];
  /** when a work was written together with one of the authors */
  worksTogether: readonly string[];
  /** until when the candidate's body is in a partnership with one of theirs */
  partnerships: readonly (string | null)[];
  declared: readonly { relation: DeclaredRelation; from: string; to: string | null }[];
};

/**
 * The grounds on which somebody may not evaluate, in the order of CONFLICT_GROUNDS; empty for the independent. A body
 * in common and a declared tie count until `years` years after their end, a common work for as long after it was
 * written, a partnership while it lasts. `on` is 'YYYY-MM-DD'. Source: docs/domain.md, "Council".
 */
export function conflictsOf(facts: TieFacts, on: string, years: number): ConflictGround[] {
  const since = yearsBefore(on, years);
  const lasts = (end: string | null) => end === null || end > since;
  const holds: Record<ConflictGround, boolean> = {
    PART: facts.hasPart,
    EMPLOYER: facts.employers.some(lasts),
    COAUTHOR: facts.worksTogether.some(lasts),
    PARTNER: facts.partnerships.some((end) => end === null || end > on),
    ...declared(facts, on, lasts),
  };
  return CONFLICT_GROUNDS.filter((ground) => holds[ground]);
}

/** The day so many years earlier, 'YYYY-MM-DD'; from 29 February to the 28th. */
export function yearsBefore(on: string, years: number): string {
  const [year = "", month = "", day = ""] = on.split("-");
  const earlier = String(Number(year) - years).padStart(4, "0");
  return `${earlier}-${month}-${month === "02" && day === "29" ? "28" : day}`;
}

function declared({ declared: ties }: TieFacts, on: string, lasts: (end: string | null) => boolean) {
  const tied = (relation: DeclaredRelation) =>
    ties.some((tie) => tie.relation === relation && tie.from <= on && lasts(tie.to));
  return { FINANCIAL: tied("FINANCIAL"), SUPERVISOR: tied("SUPERVISOR"), FAMILY: tied("FAMILY") };
}
