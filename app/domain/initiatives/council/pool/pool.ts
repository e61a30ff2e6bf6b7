import type { Texts } from "#app/platform/languages/texts.ts";
import type { ConflictGround } from "../conflict.ts";
import type { Match } from "./expertise.ts";

/** Somebody whom a chair may find in the pool; with a conflict they cannot be named. */
export type PoolCandidate = {
  id: string;
  name: string | null;
  bodyNames: Texts | null;
  match: Match;
  /** seats that wait for their score now, and seats of the last twelve months */
  openSeats: number;
  seatsInYear: number;
  conflicts: ConflictGround[];
};
