import { z } from "zod";
import { line, oneOf, prose, say } from "#app/platform/typed.ts";

/** Which body of the Front is asked to work in a campaign. */
export const inviteBodySchema = z.object({ bodyId: line({ min: 1, max: 36 }) });

const LEAST_REASON = 10;

/** What it answers; a no says why. */
export const invitationAnswerSchema = z
  .object({ invitation: oneOf(["ACCEPTED", "DECLINED"]), invitationNote: prose({ max: 1_000 }) })
  .superRefine(({ invitation, invitationNote }, ctx) => {
    const actual = [...invitationNote].length;
    if (invitation === "ACCEPTED" || actual >= LEAST_REASON) return;
    const message = actual === 0 ? say("errors:required") : say("errors:too_short", { actual, min: LEAST_REASON });
    ctx.addIssue({ code: "custom", path: ["invitationNote"], message });
  })
  .transform(({ invitation, invitationNote }) => ({ accepted: invitation === "ACCEPTED", note: invitationNote }));
export type InvitationAnswer = z.output<typeof invitationAnswerSchema>;
