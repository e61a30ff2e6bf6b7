import type { Language } from "#app/platform/languages/languages.ts";

/** Lengths in characters. */
export const FIELD_LENGTHS = {
  place: { min: 3, max: 200 },
  post: { min: 2, max: 120 },
  seen: { min: 20, max: 6_000 },
  agreed: { max: 3_000 },
  caption: { min: 5, max: 300 },
  alt: { min: 5, max: 500 },
  summary: { min: 20, max: 4_000 },
} as const;

/** Posts that can be named as met at one visit. */
export const MOST_MET = 20;
/** Photographs of one visit. */
export const MOST_PHOTOGRAPHS = 30;

/** A photograph: the public reads the copy alone. Hashes are SHA-256 in hexadecimal, edges pixels. */
export type ShownPhotograph = {
  id: string;
  number: number;
  takenOn: string;
  caption: string;
  alt: string;
  language: Language;
  isPublic: boolean;
  originalSha256: string;
  copySha256: string;
  width: number;
  height: number;
};

/** Somebody of the team who was there; they are named to their own body alone. */
export type Presence = { personId: string; name: string | null; post: string; signedAt: string | null };

/** A visit in a list. Days are 'YYYY-MM-DD'. */
export type VisitItem = {
  code: string;
  onDay: string;
  place: string;
  language: Language;
  subjectKey: string;
  isPublic: boolean;
  /** everybody who was there has signed */
  isSigned: boolean;
  photographs: number;
};

/** The minutes of one visit. */
export type FoundVisit = Omit<VisitItem, "photographs"> & {
  campaign: string;
  ownerOrganisationId: string;
  partnerIds: string[];
  unitId: string;
  campaignState: string;
  publishedAt: string | null;
  met: string[];
  seen: string;
  agreed: string;
  presences: Presence[];
  photographs: ShownPhotograph[];
};

/** What is left of what somebody said, as its reader may see it. Without the consent to be quoted the public reads nothing. */
export type InterviewItem = {
  code: string;
  onDay: string;
  withPost: string;
  subjectKey: string;
  language: Language;
  consentRecorded: boolean;
  consentQuoted: boolean;
  consentNamed: boolean;
  summary: string;
  name: string | null;
  nameWithdrawnAt: string | null;
  wordsWithdrawnAt: string | null;
};

export type FoundInterview = InterviewItem & {
  campaign: string;
  ownerOrganisationId: string;
  partnerIds: string[];
  unitId: string;
  publishedAt: string | null;
};

/** What the field work of a campaign or of one subject left, as its reader may see it. */
export type FieldWork = {
  visits: VisitItem[];
  interviews: InterviewItem[];
  /** interviews of which the reader sees nothing, for want of consent */
  silent: number;
};
