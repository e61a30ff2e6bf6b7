import { z } from "zod";
import first from "#app/demo/texts/initiatives-1.json";
import second from "#app/demo/texts/initiatives-2.json";
import third from "#app/demo/texts/initiatives-3.json";
import fourth from "#app/demo/texts/initiatives-4.json";
import fifth from "#app/demo/texts/initiatives-5.json";
import type { ProposalContent } from "#app/domain/initiatives/completeness.ts";
import type { InitiativeState } from "#app/domain/initiatives/initiative.ts";

const texts = z.object({ vi: z.string().optional(), en: z.string().optional(), fr: z.string().optional() });
const told = z.array(
  z.object({
    title: texts,
    abstract: texts,
    problem: z.string(),
    solution: z.string(),
    novelty: z.string(),
    benefit: z.string(),
    trl: z.number(),
    ford: z.string(),
    prov: z.string(),
    prod: z.array(z.string()),
    fund: z.string(),
    months: z.number(),
    track: z.enum(["ORDINARY", "BREAKTHROUGH"]).default("ORDINARY"),
    language: z.enum(["vi", "en", "fr"]).default("vi"),
    team: z.array(z.tuple([z.string(), z.string()])),
    reason: z.string().optional(),
  }),
);

/** Where a story ends, and when it began: so many days before now, or its place among those that are long decided. */
export type Fate = {
  ends: InitiativeState;
  begunDaysAgo?: number;
  wasReturned?: boolean;
  isSlow?: boolean;
  /** intake lets its limit pass */
  isUnchecked?: boolean;
  /** what became of the wish for more time */
  moreTime?: "asked" | "granted" | "refused";
  opensEarly?: true;
  /** parts are closed to the public, and receipts prove when they were written */
  seals?: true;
  /** how many of two co-authors confirmed */
  confirming?: 1 | 2;
  /** one leaves the council and another one comes */
  recuses?: true;
  /** the council is asked again on what it is apart on */
  secondRound?: "open" | "closed";
  /** accepted, and sealed until so many days ahead */
  embargoDays?: number;
  isCorrected?: true;
  /** what became of an appeal against a rejection */
  appeal?: "open" | "reopened" | "upheld";
};
export type PlannedInitiative = { content: ProposalContent; reason: string; fate: Fate };

/** Who ends where, by the place of the words in their files: what is not named is accepted. */
const FATES: Record<string, Fate> = {
  "1.1": { ends: "ACCEPTED", wasReturned: true, isCorrected: true },
  "1.6": { ends: "APPEALED", begunDaysAgo: 62, appeal: "open" },
  "1.9": { ends: "UNDER_EVALUATION", begunDaysAgo: 30, secondRound: "open" },
  "1.10": { ends: "ACCEPTED", moreTime: "granted", secondRound: "closed" },
  "1.12": { ends: "UNDER_EVALUATION", begunDaysAgo: 75, moreTime: "granted" },
  "1.13": { ends: "REJECTED", wasReturned: true },
  "2.3": { ends: "REJECTED", begunDaysAgo: 41 },
  "2.4": { ends: "SUBMITTED_TO_STEERING", begunDaysAgo: 48 },
  "2.7": { ends: "EVALUATED", begunDaysAgo: 37, embargoDays: 2 },
  "2.9": { ends: "UNDER_EVALUATION", begunDaysAgo: 26, opensEarly: true, moreTime: "asked" },
  "2.10": { ends: "ACCEPTED", begunDaysAgo: 41, confirming: 2 },
  "2.11": { ends: "ACCEPTED", begunDaysAgo: 60, seals: true },
  "2.12": { ends: "NEEDS_COMPLETION", begunDaysAgo: 18 },
  "2.13": { ends: "EVALUATED", begunDaysAgo: 41, opensEarly: true },
  "3.1": { ends: "REJECTION_UPHELD", wasReturned: true, appeal: "upheld" },
  "3.2": { ends: "SCREENED", begunDaysAgo: 13, opensEarly: true },
  "3.8": { ends: "REJECTED", isSlow: true },
  "3.9": { ends: "SUBMITTED", begunDaysAgo: 3 },
  "3.11": { ends: "UNDER_EVALUATION", begunDaysAgo: 34, moreTime: "granted", recuses: true },
  "3.12": { ends: "RETURNED", begunDaysAgo: 60 },
  "3.13": { ends: "SUBMITTED", begunDaysAgo: 6 },
  "3.14": { ends: "UNDER_EVALUATION", begunDaysAgo: 70, appeal: "reopened" },
  "4.0": { ends: "DRAFT", begunDaysAgo: 5, confirming: 1 },
  "4.1": { ends: "DRAFT", begunDaysAgo: 2 },
  "4.2": { ends: "SUBMITTED", begunDaysAgo: 9 },
  "4.3": { ends: "SUBMITTED", begunDaysAgo: 1 },
  "4.4": { ends: "SUBMITTED", begunDaysAgo: 24, isUnchecked: true },
  "4.5": { ends: "NEEDS_COMPLETION", begunDaysAgo: 11 },
  "4.6": { ends: "NEEDS_COMPLETION", begunDaysAgo: 29, moreTime: "granted" },
  "4.7": { ends: "SCREENED", begunDaysAgo: 31 },
  "4.8": { ends: "UNDER_EVALUATION", begunDaysAgo: 22, moreTime: "refused" },
  "4.9": { ends: "REJECTED_FORM" },
  "4.10": { ends: "REJECTED_FORM" },
  "4.11": { ends: "LAPSED" },
  "4.12": { ends: "WITHDRAWN" },
  "4.13": { ends: "UNDER_EVALUATION", begunDaysAgo: 28, wasReturned: false },
  "4.14": { ends: "WITHDRAWN" },
  "5.0": { ends: "DRAFT", begunDaysAgo: 4 },
  "5.1": { ends: "SUBMITTED", begunDaysAgo: 5 },
  "5.2": { ends: "UNDER_EVALUATION", begunDaysAgo: 27 },
  "5.3": { ends: "SUBMITTED", begunDaysAgo: 2 },
};

/** The initiatives of the demonstration, in the order of their files; those of the last file are like others before them. */
export function plannedInitiatives(): PlannedInitiative[] {
  const files = [first, second, third, fourth, fifth].map((file) => told.parse(file));
  return files.flatMap((file, at) =>
    file.map((one, index) => {
      const fate = FATES[`${at + 1}.${index}`] ?? {
        ends: "ACCEPTED",
        wasReturned: index % 4 === 1,
        isSlow: index % 9 === 4,
        ...(index % 7 === 3 ? { moreTime: "granted" as const } : {}),
      };
      const opensEarly = fate.opensEarly ?? false;
      return { content: { ...contentOf(one), opensEarly }, reason: one.reason ?? "", fate };
    }),
  );
}

function contentOf(one: z.output<typeof told>[number]): ProposalContent {
  return {
    ...{ track: one.track, applicantType: "PERSON", organisationId: null, language: one.language },
    ...{ title: one.title, abstract: one.abstract, problem: one.problem, solution: one.solution },
    ...{ novelty: one.novelty, publicBenefit: one.benefit, maturityTrl: one.trl, fordCode: one.ford },
    ...{ productCodes: one.prod, provinceCode: one.prov, durationMonths: one.months },
    team: one.team.map(([name, part]) => ({ name, part })),
    requestedFundingVnd: BigInt(one.fund),
    coFunding: [],
    ipOwnership: OWNERSHIP[one.language],
    filedBeforePublication: one.trl >= 6 ? "YES" : "NOT_APPLICABLE",
    priorRights: "",
    secrecyDeclared: true,
    consentPublish: true,
    opensEarly: false,
  };
}

const OWNERSHIP = {
  vi: "Nhóm tác giả giữ quyền; cơ quan tài trợ được dùng cho việc công mà không phải trả tiền.",
  en: "The authors keep the rights; the funding body may use the result for public purposes free of charge.",
  fr: "Les auteurs gardent les droits ; l’organisme financeur peut utiliser le résultat à des fins publiques sans frais.",
};
