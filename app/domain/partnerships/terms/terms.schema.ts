import { z } from "zod";
import { maybeAmountVnd } from "#app/domain/catalogue/amount.schema.ts";
import { maybeSharePpm } from "#app/domain/catalogue/share.schema.ts";
import { line, maybeDate, maybeOneOf, maybeWhole, oneOf, prose, say, ticked } from "#app/platform/typed.ts";
import { AUTHOR_REWARD_POINTS } from "../calculations/profit/author-tiers.ts";
import { chosenId, type PartnershipForm } from "../partnership.schema.ts";
import { FORM_FIELDS, type FormFactKey, type FormFacts, type FormField } from "./form-facts.ts";
import { EXIT_RULES, IP_MODELS } from "./terms.ts";

function share() {
  return maybeSharePpm().transform((ppm) => ppm ?? 0);
}

/** The terms as a form sends them: a cap for each member (empty: without), rates in per cent, and the authors' part. */
const termsSchema = z
  .object({
    caps: z.array(z.object({ id: chosenId(), cap: maybeAmountVnd() })).max(60),
    reserve: share(),
    preferred: share(),
    hasAuthors: ticked(),
    rewardPoint: oneOf(AUTHOR_REWARD_POINTS),
    hostId: chosenId(),
    budgetFunded: share(),
    budgetMethod: prose({ max: 1_000 }),
    authorReward: share(),
    intermediary: share(),
    ipModel: oneOf(IP_MODELS),
    exitRule: oneOf(EXIT_RULES),
    publicAsset: ticked(),
  })
  .superRefine((typed, ctx) => {
    const actual = typed.budgetMethod.length;
    if (typed.hasAuthors && actual < 20)
      ctx.addIssue({ code: "custom", path: ["budgetMethod"], message: say("errors:too_short", { actual, min: 20 }) });
    if (typed.hasAuthors && typed.authorReward + typed.intermediary > 1_000_000)
      ctx.addIssue({ code: "custom", path: ["intermediary"], message: say("errors:rates_above_whole") });
  });

/** One fact of a form as it is typed; null when left empty, which the agreed draft refuses, not the form. */
function factSchema(field: FormField) {
  switch (field.kind) {
    case "LINE":
      return line({ max: 200 });
    case "PROSE":
      return prose({ max: 3_000 });
    case "AMOUNT":
      return maybeAmountVnd();
    case "DATE":
      return maybeDate();
    case "WHOLE":
      return maybeWhole(field);
    case "CHOICE":
      return maybeOneOf(field.choices);
  }
}

function formFactsSchema(form: PartnershipForm) {
  const fields: readonly (FormField & { key: FormFactKey })[] = FORM_FIELDS[form];
  return z
    .object(Object.fromEntries(fields.map((field) => [field.key, factSchema(field)])))
    .superRefine((typed, ctx) => {
      const { charterCapital, assetValue, registrationNumber, registeredOn } = typed;
      for (const [key, amount] of Object.entries({ charterCapital, assetValue }))
        if (amount === 0n) ctx.addIssue({ code: "custom", path: [key], message: say("errors:amount.ZERO") });
      // a founded company has both a number and a day of registration
      if (Boolean(registrationNumber) !== Boolean(registeredOn))
        ctx.addIssue({
          code: "custom",
          path: [registrationNumber ? "registeredOn" : "registrationNumber"],
          message: say("errors:required"),
        });
    })
    .transform((typed) => {
      const facts: FormFacts = {};
      for (const { key } of fields) {
        const value = typed[key];
        if (value !== null && value !== undefined && value !== "") facts[key] = String(value);
      }
      return { facts };
    });
}

/** The terms of an agreement of a partnership of this form, with what the form needs. */
export function termsSchemaFor(form: PartnershipForm) {
  return z.intersection(termsSchema, formFactsSchema(form));
}
export type TermsInput = z.output<typeof termsSchema> & { facts: FormFacts };
