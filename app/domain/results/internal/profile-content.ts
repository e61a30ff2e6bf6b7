import { z } from "zod";
import { IP_KINDS, IP_STATUSES } from "../exploitation.ts";
import { AUDIENCES, MARKET_AREAS, RESULT_NEEDS } from "../profile/audience.ts";
import { RESULT_FILE_KINDS } from "../profile/file.ts";
import { OFFICE_EVENTS } from "../profile/right.ts";

const day = z.string().nullable();
const pixels = z.number().nullable();

/** What `result_profile` answers with. */
export const profileShape = {
  audiences: z.array(z.enum(AUDIENCES)),
  needs: z.array(z.enum(RESULT_NEEDS)),
  marketAreas: z.array(z.enum(MARKET_AREAS)),
  competitiveAdvantage: z.string(),
  marketSegment: z.string(),
  recognition: z.array(z.object({ award: z.string(), body: z.string(), onDate: z.string(), reference: z.string() })),
  rights: z.array(
    z.object({
      kind: z.enum(IP_KINDS),
      status: z.enum(IP_STATUSES),
      office: z.string(),
      applicationNo: z.string(),
      filedOn: day,
      publishedOn: day,
      grantedOn: day,
      disclosedOn: day,
      expiresOn: day,
      owners: z.array(z.object({ name: z.string(), ppm: z.number(), organisationId: z.string().nullable() })),
      events: z.array(z.object({ kind: z.enum(OFFICE_EVENTS), onDate: z.string(), reference: z.string() })),
    }),
  ),
  files: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(RESULT_FILE_KINDS),
      title: z.string(),
      name: z.string(),
      mediaType: z.string(),
      sizeBytes: z.number(),
      sha256: z.string(),
      width: pixels,
      height: pixels,
      smallWidth: pixels,
      smallHeight: pixels,
    }),
  ),
};
