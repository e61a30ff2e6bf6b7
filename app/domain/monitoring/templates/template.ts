import type { Language } from "#app/platform/languages/languages.ts";
import type { Texts } from "#app/platform/languages/texts.ts";

/** With whom a body of the Front shares a template: nobody, the bodies below it, or all. */
export const REACHES = ["OWN", "BELOW", "ALL"] as const;
export type Reach = (typeof REACHES)[number];

/** How a finding of a kind is written: its title, the article or clause that says what ought to be, and that in words. */
export type FindingPattern = { title: string; article: string; criteria: string };

/** What a version of a template holds; it never changes. */
export type TemplateContent = {
  language: Language;
  questions: string[];
  guidance: string;
  checklist: string[];
  findings: FindingPattern[];
};

/** A template in a list. Instants in RFC 3339. */
export type TemplateItem = {
  id: string;
  number: number;
  name: Texts;
  reach: Reach;
  owner: Texts;
  ownerId: string;
  madeAt: string;
  /** campaigns planned with any version of it */
  campaigns: number;
};

export type FoundTemplate = TemplateItem & {
  content: TemplateContent;
  copiedFrom: { id: string; number: number; name: Texts } | null;
  versions: { number: number; madeAt: string }[];
};

/** The version with which a campaign was planned. */
export type UsedTemplate = { id: string; number: number; name: Texts; content: TemplateContent };
