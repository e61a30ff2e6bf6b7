import { z } from "zod";
import { amountVnd, maybeAmountVnd } from "#app/domain/catalogue/amount.schema.ts";
import { date, line, maybeDate, maybeSha256, oneOf, prose, say } from "#app/platform/typed.ts";
import { chosenId } from "../partnership.schema.ts";
import { CONTRIBUTION_KINDS, MOVE_KINDS } from "./capital.ts";

const VALUATION = ["valuationMethod", "valuer", "valuedOn", "reportSha256"] as const;

/** Which document shows it: its number and date, in words. */
function reference() {
  return line({ min: 3, max: 300 });
}

/** A commitment; what is not cash comes with its whole valuation or with none. */
export const commitSchema = z
  .object({
    memberId: chosenId(),
    kind: oneOf(CONTRIBUTION_KINDS),
    description: prose({ min: 5, max: 500 }),
    committedVnd: amountVnd(),
    dueOn: date(),
    valuationMethod: line({ max: 300 }),
    valuer: line({ max: 300 }),
    valuedOn: maybeDate(),
    reportSha256: maybeSha256(),
  })
  .superRefine((typed, ctx) => {
    const missing = VALUATION.filter((name) => typed[name] === "" || typed[name] === null);
    if (missing.length === VALUATION.length) return;
    for (const name of missing)
      ctx.addIssue({ code: "custom", path: [name], message: say("errors:valuation_incomplete") });
  })
  .transform(({ valuationMethod: method, valuer, valuedOn, reportSha256, ...typed }) => ({
    ...typed,
    valuation: valuedOn !== null && reportSha256 !== null ? { method, valuer, valuedOn, reportSha256 } : null,
  }));
export type CommitInput = z.output<typeof commitSchema>;

/** What was paid in against one commitment, by its number. */
export const contributeSchema = z.object({
  commitment: chosenNumber(),
  amountVnd: amountVnd(),
  onDay: date(),
  reference: reference(),
  evidenceSha256: maybeSha256(),
});
export type ContributeInput = z.output<typeof contributeSchema>;

/** Capital that changes hands or leaves: from whom, to whom (a transfer alone), how much, at what price. */
export const moveSchema = z
  .object({
    kind: oneOf(MOVE_KINDS),
    fromMemberId: chosenId(),
    toMemberId: line({ max: 40 }),
    amountVnd: amountVnd(),
    priceVnd: maybeAmountVnd(),
    onDay: date(),
    reference: reference(),
    evidenceSha256: maybeSha256(),
  })
  .superRefine(({ kind, fromMemberId, toMemberId, priceVnd }, ctx) => {
    const fault = (path: string, key: string) => ctx.addIssue({ code: "custom", path: [path], message: say(key) });
    if (kind === "TRANSFER" && toMemberId === "") fault("toMemberId", "errors:choose");
    if (kind !== "TRANSFER" && toMemberId !== "") fault("toMemberId", "errors:transfer_only");
    if (kind === "TRANSFER" && toMemberId === fromMemberId) fault("toMemberId", "errors:same_party");
    if (kind === "CANCEL" && priceVnd !== null) fault("priceVnd", "errors:no_price");
  });
export type MoveInput = z.output<typeof moveSchema>;

function chosenNumber() {
  return line({ min: 1, max: 6 })
    .refine((text) => /^\d{1,6}$/.test(text), { error: say("errors:choose") })
    .transform(Number);
}

/** The answer of another party to an event, by its number. */
export const answerSchema = z.object({ event: chosenNumber() });
/** Which commitment a party asks to be released from, or another answers about, by its number. */
export const releaseSchema = z.object({ release: chosenNumber(), reason: prose({ min: 10, max: 1_000 }) });
export const agreeReleaseSchema = z.object({ release: chosenNumber() });
export const declineSchema = answerSchema.extend({ reason: prose({ min: 10, max: 1_000 }) });
