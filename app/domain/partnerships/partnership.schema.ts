import { z } from "zod";
import { maybeAmountVnd } from "#app/domain/catalogue/amount.schema.ts";
import { chosenCodes } from "#app/domain/catalogue/codes.schema.ts";
import { addDays } from "#app/domain/obligations/calendar.ts";
import { date, line, maybeDate, maybeWhole, oneOf, prose, say } from "#app/platform/typed.ts";
import { needsOneLanguage } from "./texts.ts";

export const PARTNERSHIP_FORMS = [
  "CONTRACT_CONSORTIUM",
  "JV_COMPANY",
  "PPP",
  "PUBLIC_ASSET_ASSOCIATION",
  "TASK_ORDER",
] as const;
export type PartnershipForm = (typeof PARTNERSHIP_FORMS)[number];

export const MEMBER_ROLES = ["LEAD", "HOST", "PARTNER", "INVESTOR", "INTERMEDIARY"] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];
/** The roles of those who are invited: there is one lead, who proposed. */
export const INVITED_ROLES = ["HOST", "PARTNER", "INVESTOR", "INTERMEDIARY"] as const satisfies readonly MemberRole[];

/** Lengths in characters. */
export const TITLE = { least: 10, most: 200 } as const;
export const DESCRIPTION = { least: 50, most: 3_000 } as const;
export const MOST_PROVINCES = 34;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const CODE = /^[\w.-]{1,40}$/;

/** The id of something chosen from a list. */
export function chosenId() {
  return line({ max: 60 }).refine((text) => UUID.test(text), { error: say("errors:choose") });
}

/** A code chosen from a list; whether it exists is for the command to say. */
export function chosenCode() {
  return line({ max: 60 }).refine((text) => CODE.test(text), { error: say("errors:choose") });
}

function title() {
  return line({ max: TITLE.most });
}
function description() {
  return prose({ max: DESCRIPTION.most });
}

/** What starts a partnership: each text in at least one of the three languages. Source: docs/domain.md, "Project". */
export const proposeSchema = z
  .object({
    leadId: chosenId(),
    form: oneOf(PARTNERSHIP_FORMS),
    title_vi: title(),
    title_en: title(),
    title_fr: title(),
    description_vi: description(),
    description_en: description(),
    description_fr: description(),
    totalValue: maybeAmountVnd(),
    trlStart: maybeWhole({ min: 1, max: 9 }),
    trlTarget: maybeWhole({ min: 1, max: 9 }),
    provinceCodes: chosenCodes({ max: MOST_PROVINCES }),
    validFrom: date(),
    /** the last day that belongs to it, as people write it */
    lastOn: maybeDate(),
  })
  .superRefine((typed, ctx) => {
    needsOneLanguage(ctx, typed, "title", TITLE.least);
    needsOneLanguage(ctx, typed, "description", DESCRIPTION.least);
    if (typed.lastOn !== null && typed.lastOn < typed.validFrom)
      ctx.addIssue({ code: "custom", path: ["lastOn"], message: say("errors:end_before_start") });
  })
  // kept half-open: the first day outside
  .transform(({ lastOn, ...typed }) => ({ ...typed, validTo: lastOn && addDays(lastOn, 1) }));
export type ProposeInput = z.output<typeof proposeSchema>;

/** An organisation asked to take part: the role it would have, and from when if not from the start. */
export const inviteSchema = z.object({ organisationId: chosenId(), role: oneOf(INVITED_ROLES), from: maybeDate() });
export type InviteInput = z.output<typeof inviteSchema>;

/** A representative's answer to an invitation, or a goodbye: in the name of which member. */
export const memberSchema = z.object({ memberId: chosenId() });
