import { z } from "zod";
import { needsOneLanguage, writtenTexts } from "#app/domain/partnerships/texts.ts";
import { date, line, manyOf, maybeDate, oneOf, prose, say } from "#app/platform/typed.ts";
import { CAMPAIGN_STATES, METHOD_TEMPLATES, MONITORED_TYPES } from "./campaign.ts";

/** Lengths in characters. */
export const CAMPAIGN_LENGTHS = {
  title: { least: 10, most: 200 },
  question: { least: 20, most: 500 },
  scope: { least: 20, most: 3_000 },
  legalBasis: 400,
} as const;

function title() {
  return line({ max: CAMPAIGN_LENGTHS.title.most });
}
function question() {
  return line({ max: CAMPAIGN_LENGTHS.question.most });
}
function scope() {
  return prose({ max: CAMPAIGN_LENGTHS.scope.most });
}

/** The plan of a campaign; `template` is the id and the number of a shared one, empty for none: title, question and scope each in at least one language. */
export const campaignSchema = z
  .object({
    ownerId: line({ max: 36 }),
    ...{ title_vi: title(), title_en: title(), title_fr: title() },
    ...{ question_vi: question(), question_en: question(), question_fr: question() },
    ...{ scope_vi: scope(), scope_en: scope(), scope_fr: scope() },
    legalBasis: line({ min: 5, max: CAMPAIGN_LENGTHS.legalBasis }),
    subjectTypes: manyOf(MONITORED_TYPES),
    method: oneOf(METHOD_TEMPLATES),
    template: line({ max: 50 }),
    startsOn: date(),
    endsOn: date(),
  })
  .superRefine((typed, ctx) => {
    const refuse = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    needsOneLanguage(ctx, typed, "title", CAMPAIGN_LENGTHS.title.least);
    needsOneLanguage(ctx, typed, "question", CAMPAIGN_LENGTHS.question.least);
    needsOneLanguage(ctx, typed, "scope", CAMPAIGN_LENGTHS.scope.least);
    if (typed.subjectTypes.length === 0) refuse("subjectTypes", say("errors:required"));
    if (typed.endsOn < typed.startsOn) refuse("endsOn", say("errors:end_before_start"));
  })
  .transform((typed) => ({
    ...{ ownerId: typed.ownerId, legalBasis: typed.legalBasis, subjectTypes: typed.subjectTypes },
    ...{ method: typed.method, template: typed.template, startsOn: typed.startsOn, endsOn: typed.endsOn },
    title: writtenTexts(typed, "title"),
    question: writtenTexts(typed, "question"),
    scope: writtenTexts(typed, "scope"),
  }));
export type CampaignInput = z.output<typeof campaignSchema>;

/** Who of the Front joins the team, with their declaration; `email` is their account's. */
export const teamSchema = z.object({
  email: line({ min: 3, max: 254 }).transform((text) => text.toLowerCase()),
  post: line({ min: 2, max: 100 }),
  declaration: prose({ min: 20, max: 2_000 }),
});
export type TeamInput = z.output<typeof teamSchema>;

/** A step, with what is said of it; for the approval the presidium's decision. */
export const moveSchema = z
  .object({
    to: oneOf(CAMPAIGN_STATES),
    note: prose({ max: 1_000 }),
    approvalNumber: line({ max: 60 }),
    approvedOn: maybeDate(),
  })
  .superRefine((typed, ctx) => {
    if (typed.to !== "APPROVED") return;
    if (typed.approvalNumber === "")
      ctx.addIssue({ code: "custom", path: ["approvalNumber"], message: say("errors:required") });
    if (typed.approvedOn === null)
      ctx.addIssue({ code: "custom", path: ["approvedOn"], message: say("errors:required") });
  });
export type MoveInput = z.output<typeof moveSchema>;
