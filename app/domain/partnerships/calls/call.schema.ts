import { z } from "zod";
import { maybeAmountVnd } from "#app/domain/catalogue/amount.schema.ts";
import { chosenCodes } from "#app/domain/catalogue/codes.schema.ts";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { date, line, manyOf, maybeDate, maybeWhole, oneOf, prose, say } from "#app/platform/typed.ts";
import { MOST_PROVINCES } from "../partnership.schema.ts";
import { CALL_KINDS, CALL_NEEDS, isOfMarket, needsOf } from "./call.ts";

/** Lengths in characters: `least` to be published, `most` at any time. */
export const CALL_LENGTHS = {
  title: { least: 10, most: 200 },
  text: { least: 50, most: 4_000 },
  words: { most: 200 },
  message: { least: 30, most: 3_000 },
  answer: { least: 10, most: 3_000 },
} as const;
const MOST_PRODUCTS = 5;

function title() {
  return line({ max: CALL_LENGTHS.title.most });
}
function text() {
  return prose({ max: CALL_LENGTHS.text.most });
}
function level() {
  return maybeWhole({ min: 1, max: 9 });
}

/** What an organisation types of a call, an offer or a need; a draft may lack anything but its owner and its kind. */
export const callSchema = z
  .object({
    organisationId: line({ max: 36 }),
    kind: oneOf(CALL_KINDS),
    title_vi: title(),
    title_en: title(),
    title_fr: title(),
    text_vi: text(),
    text_en: text(),
    text_fr: text(),
    needs: manyOf(CALL_NEEDS),
    words: line({ max: CALL_LENGTHS.words.most }),
    productCodes: chosenCodes({ max: MOST_PRODUCTS }),
    trlFrom: level(),
    trlTo: level(),
    provinceCodes: chosenCodes({ max: MOST_PROVINCES }),
    fordCode: line({ max: 20 }),
    amount: maybeAmountVnd(),
    opensOn: maybeDate(),
    closesOn: maybeDate(),
    /** code of the partnership that looks for a house by it */
    partnership: line({ max: 20 }),
    /** code of the initiative or the result that it comes from */
    origin: line({ max: 20 }),
  })
  .superRefine((typed, ctx) => {
    const refuse = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    const { trlFrom, trlTo, amount, needs, opensOn, closesOn, kind, partnership, origin, fordCode } = typed;
    if (trlFrom !== null && trlTo !== null && trlTo < trlFrom) refuse("trlTo", say("errors:range_backwards"));
    if (amount !== null && !needs.includes("CAPITAL")) refuse("amount", say("errors:amount_without_capital"));
    if (opensOn !== null && closesOn !== null && closesOn <= opensOn)
      refuse("closesOn", say("errors:end_before_start"));
    if (kind !== "CALL" && partnership !== "") refuse("partnership", say("errors:partnership_only_calls"));
    if (needs.some((need) => !needsOf(kind).includes(need))) refuse("needs", say("errors:choice"));
    if (kind === "RESULT_OFFER" && origin === "") refuse("origin", say("errors:required"));
    if (kind === "NEED" && origin !== "") refuse("origin", say("errors:choice"));
    if (!isOfMarket(kind) && fordCode !== "") refuse("fordCode", say("errors:choice"));
  });
export type CallInput = z.output<typeof callSchema>;

/** Until when a published call goes on. */
export const renewalSchema = z.object({ renewedUntil: date() });

/** What became of a call that its owner ends before its day. */
export const closingSchema = z
  .object({ closeReason: prose({ max: 1_000 }) })
  .transform(({ closeReason }) => ({ reason: closeReason }));

export const callWithdrawalSchema = z
  .object({ withdrawReason: prose({ min: 10, max: 1_000 }) })
  .transform(({ withdrawReason }) => ({ reason: withdrawReason }));

/** An expression of interest: in the name of which organisation, and what it would bring. */
export const interestSchema = z.object({
  organisationId: line({ max: 36 }),
  message: prose({ min: CALL_LENGTHS.message.least, max: CALL_LENGTHS.message.most }),
  language: oneOf(LANGUAGES),
});

export const interestAnswerSchema = z.object({
  outcome: oneOf(["ACCEPTED", "DECLINED"]),
  answer: prose({ min: CALL_LENGTHS.answer.least, max: CALL_LENGTHS.answer.most }),
  language: oneOf(LANGUAGES),
});
