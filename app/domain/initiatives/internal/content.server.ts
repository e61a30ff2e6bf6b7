import { z } from "zod";
import type { Tx } from "#prisma/client.server.ts";
import type { ProposalContent } from "../completeness.ts";
import type { PartLevel, PartRules } from "../part.ts";

const texts = z.object({ vi: z.string().optional(), en: z.string().optional(), fr: z.string().optional() });
const team = z.array(z.object({ name: z.string(), part: z.string(), contributionPpm: z.number().default(0) }));
const coFunding = z.array(z.object({ source: z.string(), vnd: z.string().transform(BigInt) }));
const language = z.enum(["vi", "en", "fr"]);

export const CONTENT_SELECT = {
  track: true,
  applicantType: true,
  organisationId: true,
  language: true,
  title: true,
  abstract: true,
  problem: true,
  solution: true,
  novelty: true,
  publicBenefit: true,
  maturityTrl: true,
  fordCode: true,
  productCodes: true,
  provinceCode: true,
  requestedFundingVnd: true,
  coFunding: true,
  durationMonths: true,
  ipOwnership: true,
  filedBeforePublication: true,
  priorRights: true,
  secrecyDeclared: true,
  consentPublish: true,
  opensEarly: true,
} as const;

type Row = Omit<ProposalContent, "language" | "title" | "abstract" | "team" | "coFunding"> & {
  language: string;
  title: unknown;
  abstract: unknown;
  team: unknown;
  coFunding: unknown;
};

/** The content columns of an initiative, their JSON read. */
export function contentOf(row: Row): ProposalContent {
  return {
    ...row,
    language: language.parse(row.language),
    title: texts.parse(row.title),
    abstract: texts.parse(row.abstract),
    team: team.parse(row.team),
    coFunding: coFunding.parse(row.coFunding),
  };
}

export type FrozenFile = { name: string; sha256: string; level: PartLevel; untilOn: string | null };

/** A frozen version as it was stored: what was submitted, and the files that went with it. */
export function frozenOf(text: string): { content: ProposalContent; fileHashes: string[]; files: FrozenFile[] } {
  const frozen: Omit<Row, "requestedFundingVnd" | "opensEarly"> & {
    opensEarly?: boolean;
    requestedFundingVnd: string | null;
    attachments: (Pick<FrozenFile, "name" | "sha256"> & Partial<FrozenFile>)[];
  } = JSON.parse(text);
  const { attachments, requestedFundingVnd, ...row } = frozen;
  return {
    content: contentOf({
      ...row,
      requestedFundingVnd: requestedFundingVnd === null ? null : BigInt(requestedFundingVnd),
      // Versions from before the choice do not hold it.
      opensEarly: row.opensEarly ?? false,
    }),
    fileHashes: attachments.map(({ sha256 }) => sha256),
    // versions from before files had levels name none
    files: attachments.map(({ name, sha256, level = "REVIEWERS", untilOn = null }) => ({
      name,
      sha256,
      level,
      untilOn,
    })),
  };
}

export async function readContent(tx: Tx, id: string): Promise<ProposalContent> {
  const row = await tx.initiative.findUniqueOrThrow({ where: { id }, select: CONTENT_SELECT });
  const team = await tx.initiativeAuthor.findMany({
    where: { initiativeId: id, declinedAt: null },
    orderBy: { position: "asc" },
    select: { name: true, part: true, contributionPpm: true },
  });
  return contentOf({ ...row, team });
}

export type KeptAttachment = {
  id: string;
  name: string;
  sha256: string;
  level: PartLevel;
  untilOn: string | null;
  sizeBytes: number;
  mediaType: string;
  addedAt: Date;
};

/** The files that stand on an initiative now, in the order in which they were added. */
export async function readAttachments(tx: Tx, initiativeId: string): Promise<KeptAttachment[]> {
  const rows = await tx.attachment.findMany({
    where: { initiativeId, removedAt: null },
    orderBy: [{ addedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      sha256: true,
      level: true,
      untilOn: true,
      addedAt: true,
      file: { select: { sizeBytes: true, mediaType: true } },
    },
  });
  return rows.map(({ file, untilOn, ...row }) => ({ ...row, ...file, untilOn: dayOf(untilOn) }));
}

/** Who reads each part, where not everybody does. */
export async function readParts(tx: Tx, initiativeId: string): Promise<PartRules> {
  const rows = await tx.partVisibility.findMany({ where: { initiativeId } });
  return Object.fromEntries(rows.map(({ field, level, untilOn }) => [field, { level, untilOn: dayOf(untilOn) }]));
}

function dayOf(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null;
}
