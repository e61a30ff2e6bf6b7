import type { House } from "#app/domain/accounts/actor.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { InitiativeState, Track } from "../initiative.ts";
import type { LinkKind } from "../links/link.ts";

/** What was agreed when the work was given: days are 'YYYY-MM-DD'. The chief's name is for those concerned alone. */
export type Assignment = {
  owner: { names: Texts; house: House; code: string };
  chiefPost: string;
  chiefName: string | null;
  expectedProduct: string;
  language: Language;
  funding: string;
  dueOn: string;
  assignedOn: string;
};
export type WorkReport = {
  id: string;
  percent: number;
  note: string;
  evidence: string;
  language: Language;
  on: string;
};
/** How the work ended, and what a verifier of another body saw. */
export type WorkClosing = {
  state: InitiativeState;
  evidence: string;
  language: Language;
  on: string;
  body: { names: Texts; house: House };
};
export type WorkLink = {
  id: string;
  kind: LinkKind;
  code: string;
  note: string;
  title: Texts | null;
  on: string;
  /** where it names this initiative as its origin itself, there is no tie to take back */
  isOrigin: boolean;
};

/** The work on an accepted initiative: its assignment, reports (newest first) and ties. */
export type Work = {
  code: string;
  state: InitiativeState;
  track: Track;
  title: Texts;
  abstract: Texts;
  proposerId: string;
  ownerId: string | null;
  inCharge: Readonly<Record<string, string | null>>;
  assignment: Assignment | null;
  reports: WorkReport[];
  closing: WorkClosing | null;
  links: WorkLink[];
};

export type PublicWork = Pick<Work, "assignment" | "reports" | "closing" | "links">;
