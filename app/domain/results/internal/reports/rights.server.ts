import { z } from "zod";
import type { Tx } from "#prisma/client.server.ts";
import { IP_KINDS } from "../../exploitation.ts";
import { OFFICE_EVENTS } from "../../profile/right.ts";

const rights = z.array(
  z.object({
    id: z.string(),
    kind: z.enum(IP_KINDS),
    office: z.string(),
    applicationNo: z.string(),
    expiresOn: z
      .date()
      .nullable()
      .transform((day) => day?.toISOString().slice(0, 10) ?? null),
    events: z.array(
      z.object({
        kind: z.enum(OFFICE_EVENTS),
        onDate: z.string(),
        reference: z.string(),
        report: z.number().optional(),
      }),
    ),
  }),
);

/** A right of a published result, with what offices did; `report`: the number of the report that an event came with. */
export type KnownRight = z.output<typeof rights>[number];

/** The rights of a locked result. One statement. */
export async function readRights(tx: Tx, resultId: string): Promise<KnownRight[]> {
  const select = { id: true, kind: true, office: true, applicationNo: true, expiresOn: true, events: true } as const;
  return rights.parse(await tx.ipRight.findMany({ where: { resultId }, select }));
}
