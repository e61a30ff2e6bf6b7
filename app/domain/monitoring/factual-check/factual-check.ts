import type { Language } from "#app/platform/languages/languages.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { CampaignState } from "../campaigns/campaign.ts";

/** The text of a finding, as a correction changes it; everything else of it stands. */
export type FindingText = {
  title: string;
  criteria: string;
  condition: string;
  cause: string;
  effect: string;
};

type Signed = { post: string; language: Language; at: string };

/** One body asked about the facts of a finding. Days are 'YYYY-MM-DD', instants RFC 3339. */
export type FactualCheck = {
  body: { id: string; name: Texts };
  dueOn: string;
  /** null where the body did not comment */
  comment: (Signed & { correct: boolean; text: string }) | null;
  /** null where nothing was answered; an accepted comment keeps the text that it corrected */
  answer:
    | (Signed & { accepted: boolean; reason: string; former: (FindingText & { language: Language }) | null })
    | null;
};

/** An objection that waits for the Front's answer. A body that finds the facts right asks for none. */
export function objectionsOf(checks: readonly FactualCheck[]): FactualCheck[] {
  return checks.filter(({ comment, answer }) => comment?.correct === false && answer === null);
}

/** What a body reads of a finding about it before the publication: the text, and its own comment alone. */
export type OwnCheck = FindingText &
  FactualCheck & {
    code: string;
    campaign: string;
    campaignState: CampaignState;
    /** everybody reads its text in a public comment */
    isLaidOpen: boolean;
    language: Language;
    subjectCode: string | null;
  };

/** A finding about a body in a list of its own. */
export type OwnCheckItem = {
  code: string;
  title: string;
  language: Language;
  dueOn: string;
  commented: boolean;
};
