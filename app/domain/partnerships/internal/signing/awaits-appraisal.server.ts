import type { Tx } from "#prisma/client.server.ts";
import { schedulesIn } from "../../amendments/amendment.ts";
import { amendmentReasons } from "../../appraisals/appraisal.ts";
import type { LockedAgreement, LockedPartnership, OpenAmendment } from "../locked.server.ts";
import type { AmendmentText } from "./put-in-force.server.ts";

/** Whether an amendment first brings something of the State's, and no authority has approved its text yet. */
export async function awaitsAppraisal(
  tx: Tx,
  { members }: LockedPartnership,
  facts: { agreement: LockedAgreement; amendment: OpenAmendment; text: AmendmentText },
): Promise<boolean> {
  const { agreement, amendment, text } = facts;
  const before = schedulesIn(agreement.governingText ?? "{}", members);
  const reasons = amendmentReasons({ ...agreement, members }, { before, after: text.schedules });
  if (reasons.length === 0) return false;
  const { textSha256 } = amendment;
  return (await tx.appraisal.count({ where: { agreementId: agreement.id, textSha256, outcome: "APPROVED" } })) === 0;
}
