import type { FundingSource } from "#app/domain/catalogue/funding-source.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { pickText, type Texts } from "#app/platform/languages/texts.ts";
import type { ExploitationKind, IpKind, IpStatus, ResultType } from "./exploitation.ts";
import type { Lack } from "./lack.ts";
import type { Recognition, ResultAudience } from "./profile/audience.ts";
import type { ResultFile } from "./profile/file.ts";
import { fileLacks, recognitionLacks, rightLacks } from "./profile/lacks.ts";
import type { OfficeEvent, RightOwner } from "./profile/right.ts";
import { LENGTHS, type ResultPart } from "./result.schema.ts";

export const WHOLE_PPM = 1_000_000;

export type ReadinessObservation = { level: number; onDate: string; evidence: string };
export type Author = { name: string; affiliation: string; contributionPpm: number };
export type IpRight = {
  kind: IpKind;
  status: IpStatus;
  office: string;
  applicationNo: string;
  filedOn: string | null;
  publishedOn: string | null;
  grantedOn: string | null;
  disclosedOn: string | null;
  expiresOn: string | null;
  /** shares make 1 000 000 ppm where there are any */
  owners: RightOwner[];
  /** by their day */
  events: OfficeEvent[];
};
export type Act = {
  id: string;
  kind: ExploitationKind;
  onDate: string;
  counterparty: string;
  territory: string;
  revenueVnd: bigint | null;
  evidence: string;
  verified: boolean;
};
export type Funding = { source: FundingSource; amountVnd: bigint };

/** Everything that a result says of itself. Days are 'YYYY-MM-DD', money whole đồng, shares ppm. */
export type ResultContent = ResultAudience & {
  recognition: Recognition[];
  resultType: ResultType;
  language: Language;
  title: Texts;
  teaser: Texts;
  description: string;
  benefits: string;
  productCodes: string[];
  fordCode: string | null;
  provinceCode: string | null;
  keywords: string[];
  /** of public ones */
  originInitiativeCodes: string[];
  originPartnershipCodes: string[];
  readiness: ReadinessObservation[];
  authors: Author[];
  rights: IpRight[];
  acts: Act[];
  funding: Funding[];
  files: ResultFile[];
  embargoUntil: string | null;
  embargoReason: string | null;
};

/**
 * What a result still lacks before it can be submitted, in the order of the form; empty when it is whole. `today` is the
 * day in Vietnam. Authors' contributions sum to exactly 1 000 000 ppm (Decree 267/2025 Art. 17); readiness 9 needs a
 * sale, a deployment or another act of exploitation. Source: docs/domain.md, "Results".
 */
export function lacksOf(content: ResultContent, today: string): Lack[] {
  return [
    ...textLacks(content),
    ...readinessLacks(content, today),
    ...authorLacks(content),
    ...exploitationLacks(content, today),
    ...rightLacks(content.rights, today),
    ...recognitionLacks(content.recognition, today),
    ...fileLacks(content.files),
  ];
}

function textLacks(content: ResultContent): Lack[] {
  const { language, description, fordCode, provinceCode } = content;
  const lacks: Lack[] = [];
  const needs = (part: ResultPart, field: string, text: string, least: number) => {
    if (text === "") lacks.push({ part, field, need: "REQUIRED" });
    else if ([...text].length < least) lacks.push({ part, field, need: "TOO_SHORT", params: { min: least } });
  };
  needs("summary", `title_${language}`, pickText(content.title, language)?.text ?? "", LENGTHS.title.least);
  needs("summary", `teaser_${language}`, pickText(content.teaser, language)?.text ?? "", LENGTHS.teaser.least);
  needs("summary", "description", description, LENGTHS.description.least);
  needs("classification", "fordCode", fordCode ?? "", 1);
  needs("classification", "provinceCode", provinceCode ?? "", 1);
  return lacks;
}

function readinessLacks({ readiness, acts }: ResultContent, today: string): Lack[] {
  if (readiness.length === 0) return [{ part: "readiness", field: "readiness[0].level", need: "REQUIRED" }];
  const lacks: Lack[] = readiness.flatMap(({ onDate }, index): Lack[] =>
    onDate > today ? [{ part: "readiness", field: `readiness[${index}].onDate`, need: "IN_THE_FUTURE" }] : [],
  );
  if (readiness.some((it) => it.level === 9) && acts.length === 0)
    lacks.push({ part: "exploitation", field: "acts[0].kind", need: "NO_MARKET_EVIDENCE" });
  return lacks;
}

function authorLacks({ authors }: ResultContent): Lack[] {
  if (authors.length === 0) return [{ part: "authors", field: "authors[0].name", need: "REQUIRED" }];
  const sumPpm = contributionSumPpm(authors);
  if (sumPpm === WHOLE_PPM) return [];
  return [{ part: "authors", field: "authors[0].contribution", need: "CONTRIBUTIONS_NOT_100", params: { sumPpm } }];
}

/** The sum of all contributions in ppm. */
export function contributionSumPpm(authors: readonly Pick<Author, "contributionPpm">[]): number {
  return authors.reduce((sum, it) => sum + it.contributionPpm, 0);
}

function exploitationLacks({ acts, embargoUntil, embargoReason }: ResultContent, today: string): Lack[] {
  const lacks: Lack[] = acts.flatMap(({ onDate }, index): Lack[] =>
    onDate > today ? [{ part: "exploitation", field: `acts[${index}].onDate`, need: "IN_THE_FUTURE" }] : [],
  );
  if (embargoUntil !== null && !embargoReason)
    lacks.push({ part: "publication", field: "embargoReason", need: "EMBARGO_REASON" });
  return lacks;
}
