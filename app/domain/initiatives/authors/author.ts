import type { Lack } from "../completeness.ts";

/** An author as the proposer sees them; shares in ppm. The first is the proposer and confirms nothing. */
export type Author = {
  id: string;
  position: number;
  name: string;
  email: string | null;
  part: string;
  contributionPpm: number;
  confirmedPpm: number | null;
  declined: boolean;
};

export const MOST_AUTHORS = 20;
export const WHOLE_PPM = 1_000_000;

/** PROPOSER; DECLINED; CONFIRMED this very share; else WAITING for a confirmation, or for another one. */
export type AuthorState = "PROPOSER" | "DECLINED" | "CONFIRMED" | "WAITING";

export function stateOfAuthor(
  author: Pick<Author, "position" | "contributionPpm" | "confirmedPpm" | "declined">,
): AuthorState {
  if (author.position === 1) return "PROPOSER";
  if (author.declined) return "DECLINED";
  return author.confirmedPpm === author.contributionPpm ? "CONFIRMED" : "WAITING";
}

/** All shares together, in ppm. */
export function sumOfShares(authors: readonly Pick<Author, "contributionPpm">[]): number {
  return authors.reduce((sum, { contributionPpm }) => sum + contributionPpm, 0);
}

/**
 * What stands between the authors and a submission: shares that do not make 1 000 000 ppm, somebody who has not confirmed
 * their share, somebody who declined and has not been taken off. Source: docs/domain.md, "Authors".
 */
export function lacksOfAuthors(authors: readonly Author[]): Lack[] {
  const lack = { step: "authors", field: "authors" } as const;
  const count = (state: AuthorState) => authors.filter((author) => stateOfAuthor(author) === state).length;
  const waiting = count("WAITING");
  const declined = count("DECLINED");
  return [
    ...(sumOfShares(authors) === WHOLE_PPM ? [] : [{ ...lack, key: "errors:shares_not_100", params: {} }]),
    ...(waiting > 0 ? [{ ...lack, key: "errors:authors_waiting", params: { count: waiting } }] : []),
    ...(declined > 0 ? [{ ...lack, key: "errors:authors_declined", params: { count: declined } }] : []),
  ];
}
