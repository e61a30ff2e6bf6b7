import type { Texts } from "#app/platform/languages/texts.ts";
import type { Criterion } from "./criteria.ts";
import { type FILED_BEFORE_PUBLICATION, type FormStep, LENGTHS } from "./initiative.schema.ts";
import type { Track } from "./initiative.ts";

/** Everything a proposer says, as it is kept; amounts in đồng. */
export type ProposalContent = {
  track: Track;
  applicantType: "PERSON" | "ORG";
  organisationId: string | null;
  language: "vi" | "en" | "fr";
  title: Texts;
  abstract: Texts;
  problem: string;
  solution: string;
  novelty: string;
  publicBenefit: string;
  maturityTrl: number | null;
  fordCode: string | null;
  productCodes: readonly string[];
  provinceCode: string | null;
  /** the authors, the proposer first, with their share in ppm; versions from before shares have none */
  team: readonly { name: string; part: string; contributionPpm?: number }[];
  requestedFundingVnd: bigint | null;
  coFunding: readonly { source: string; vnd: bigint }[];
  durationMonths: number | null;
  ipOwnership: string;
  filedBeforePublication: (typeof FILED_BEFORE_PUBLICATION)[number] | null;
  priorRights: string;
  secrecyDeclared: boolean;
  consentPublish: boolean;
  /** everybody reads and discusses it from the completeness check on, instead of from the decision on */
  opensEarly: boolean;
};

/** One thing a submission still lacks: the form's field, the step it stands on, and a sentence of `errors` with its values. */
export type Lack = { step: FormStep; field: string; key: string; params: Record<string, number> };

/**
 * Everything that stands between a draft and its submission, in the order of the form; empty when it can be submitted.
 * Title and abstract are needed in the language in which the proposal is written, and well-formed wherever they are
 * given. A breakthrough names at least one strategic product. Co-funding, prior rights and files are never needed.
 * Source: docs/domain.md, "Proposal" and "Initiatives" (required fields, consent).
 */
export function lacksOf(content: ProposalContent): Lack[] {
  const { language, title, abstract } = content;
  const written = (["vi", "en", "fr"] as const).flatMap((lang) => [
    ...lengthLack("summary", `title_${lang}`, title[lang] ?? "", LENGTHS.title, lang === language),
    ...lengthLack("summary", `abstract_${lang}`, abstract[lang] ?? "", LENGTHS.abstract, lang === language),
  ]);
  return [
    ...absent("applicant", "organisationId", content.applicantType === "ORG" && !content.organisationId),
    ...written,
    ...lengthLack("problem", "problem", content.problem, LENGTHS.problem),
    ...lengthLack("problem", "publicBenefit", content.publicBenefit, LENGTHS.publicBenefit),
    ...lengthLack("solution", "solution", content.solution, LENGTHS.solution),
    ...lengthLack("solution", "novelty", content.novelty, LENGTHS.novelty),
    ...absent("field", "maturityTrl", content.maturityTrl === null, "errors:choose"),
    ...absent("field", "fordCode", content.fordCode === null, "errors:choose"),
    ...absent("field", "provinceCode", content.provinceCode === null, "errors:choose"),
    ...absent("field", "productCodes", needsProduct(content), "errors:choose_product"),
    ...absent("funding", "requestedFunding", content.requestedFundingVnd === null),
    ...absent("funding", "durationMonths", content.durationMonths === null),
    ...lengthLack("declarations", "ipOwnership", content.ipOwnership, LENGTHS.ipOwnership),
    ...absent("declarations", "filedBeforePublication", content.filedBeforePublication === null, "errors:choose"),
    ...absent("declarations", "secrecyDeclared", !content.secrecyDeclared, "errors:declare"),
    ...absent("declarations", "consentPublish", !content.consentPublish, "errors:declare"),
  ];
}

/** A breakthrough removes a bottleneck of a strategic technology, so it names the product; a proposal of the portal's own. */
export function needsProduct({ track, productCodes }: { track: Track; productCodes: readonly string[] }): boolean {
  return track === "BREAKTHROUGH" && productCodes.length === 0;
}

/** The groups of questions that the task list shows, each with the fields that belong to it; `track` alone asks for it. */
const EVERY_ITEM = [
  { name: "applicant", step: "applicant", fields: ["organisationId"] },
  { name: "authors", step: "authors", fields: ["authors"] },
  {
    name: "summary",
    step: "summary",
    fields: ["title_vi", "title_en", "title_fr", "abstract_vi", "abstract_en", "abstract_fr"],
  },
  { name: "problem", step: "problem", fields: ["problem"] },
  { name: "publicBenefit", step: "problem", fields: ["publicBenefit"] },
  { name: "solution", step: "solution", fields: ["solution"] },
  { name: "novelty", step: "solution", fields: ["novelty"] },
  { name: "maturityTrl", step: "field", fields: ["maturityTrl"] },
  { name: "field", step: "field", fields: ["fordCode", "provinceCode"] },
  { name: "products", step: "field", fields: ["productCodes"], track: "BREAKTHROUGH" },
  { name: "funding", step: "funding", fields: ["requestedFunding", "durationMonths"] },
  { name: "rights", step: "declarations", fields: ["ipOwnership", "filedBeforePublication"] },
  { name: "declarations", step: "declarations", fields: ["secrecyDeclared", "consentPublish"] },
] as const satisfies readonly { name: string; step: FormStep; fields: readonly string[]; track?: Track }[];

export type ChecklistName = (typeof EVERY_ITEM)[number]["name"];
export type ChecklistItem = { name: ChecklistName; step: FormStep; fields: readonly string[] };

/** What a file of a track has to hold before it can be submitted, in the order of the form. */
export function checklistOf(track: Track): ChecklistItem[] {
  return EVERY_ITEM.filter((item) => !("track" in item) || item.track === track);
}

/** In which answers each criterion of the council is best argued; a proposal of the portal's own. */
export const ARGUED_IN: Record<Criterion, readonly ChecklistName[]> = {
  NOVELTY: ["novelty"],
  CREATIVITY: ["solution", "novelty"],
  APPLICABILITY: ["solution", "maturityTrl", "field"],
  SOCIO_ECONOMIC_EFFECT: ["problem", "publicBenefit"],
  BREAKTHROUGH: ["problem", "products"],
  FEASIBILITY: ["solution", "maturityTrl", "funding"],
  IMPACT: ["publicBenefit"],
  SOCIAL_RESOURCES: ["authors", "funding"],
};

function absent(step: FormStep, field: string, isAbsent: boolean, key = "errors:required"): Lack[] {
  return isAbsent ? [{ step, field, key, params: {} }] : [];
}

function lengthLack(
  step: FormStep,
  field: string,
  text: string,
  { least, most }: { least: number; most: number },
  needed = true,
): Lack[] {
  const actual = [...text].length;
  if (actual === 0) return needed ? [{ step, field, key: "errors:required", params: {} }] : [];
  if (actual < least) return [{ step, field, key: "errors:too_short", params: { actual, min: least } }];
  if (actual > most) return [{ step, field, key: "errors:too_long", params: { actual, max: most } }];
  return [];
}
