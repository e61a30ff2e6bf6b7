import { z } from "zod";
import { FUNDING_SOURCES } from "#app/domain/catalogue/funding-source.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { ResultContent } from "../completeness.ts";
import { EXPLOITATION_KINDS, RESULT_TYPES } from "../exploitation.ts";
import { profileShape } from "./profile-content.ts";

const amount = z.string().transform(BigInt);
const day = z.string().nullable();

export const textsSchema = z.object({
  vi: z.string().optional(),
  en: z.string().optional(),
  fr: z.string().optional(),
});

/** The JSON of `contentJson`, read: money as bigint. */
export const contentSchema = z.object({
  ...profileShape,
  resultType: z.enum(RESULT_TYPES),
  language: z.enum(["vi", "en", "fr"]),
  title: textsSchema,
  teaser: textsSchema,
  description: z.string(),
  benefits: z.string(),
  productCodes: z.array(z.string()),
  fordCode: z.string().nullable(),
  provinceCode: z.string().nullable(),
  keywords: z.array(z.string()),
  originInitiativeCodes: z.array(z.string()),
  originPartnershipCodes: z.array(z.string()),
  embargoUntil: day,
  embargoReason: z.string().nullable(),
  readiness: z.array(z.object({ level: z.number(), onDate: z.string(), evidence: z.string() })),
  authors: z.array(z.object({ name: z.string(), affiliation: z.string(), contributionPpm: z.number() })),
  acts: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(EXPLOITATION_KINDS),
      onDate: z.string(),
      counterparty: z.string(),
      territory: z.string(),
      revenueVnd: amount.nullable(),
      evidence: z.string(),
      verified: z.boolean(),
    }),
  ),
  funding: z.array(z.object({ source: z.enum(FUNDING_SOURCES), amountVnd: amount })),
}) satisfies z.ZodType<ResultContent>;

/** The content of a locked result, in one statement. */
export async function readContent(tx: Tx, id: string): Promise<ResultContent> {
  const rows = await tx.$queryRaw<
    { content: unknown }[]
  >`SELECT result_content(${id}::uuid) || result_profile(${id}::uuid) AS content`;
  return contentSchema.parse(rows[0]?.content);
}
