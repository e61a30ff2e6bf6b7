import type { House } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { PartnershipState } from "../partnership.ts";
import type { Account } from "./reconciliation.ts";

/** An account that was drawn up; bodies and posts, never a person. */
export type ReadClosing = {
  number: number;
  state: "DRAWN" | "CLOSED" | "WITHDRAWN";
  text: string;
  textSha256: string;
  lapseReason: string | null;
  profitTailUntil: string | null;
  by: Texts;
  drawnPost: string;
  drawnAt: string;
  seenPost: string | null;
  seenAt: string | null;
  endedAt: string | null;
};

export type FoundClosing = {
  code: string;
  title: Texts;
  state: PartnershipState;
  members: { organisationId: string; house: House; names: Texts }[];
  /** the bodies that allocated money to it */
  payers: string[];
  /** the account on the table, or the one it was closed on */
  closing: ReadClosing | null;
  /** as the ledger stands now */
  account: Account;
};
