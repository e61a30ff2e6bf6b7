import type { InsideAgreement, InsideMember } from "#app/domain/partnerships/members/queries.server.ts";
import type { PartnershipForm } from "#app/domain/partnerships/partnership.schema.ts";
import { FORM_FIELDS, missingFormFacts } from "#app/domain/partnerships/terms/form-facts.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { formatter } from "#app/platform/languages/format.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { translator } from "#app/platform/languages/messages.server.ts";
import { typedDay } from "#app/platform/typed.ts";

/** The facts of the form of partnership as people type them. */
function factValues({ terms }: InsideAgreement, form: PartnershipForm, lang: Language): FormState["values"] {
  const { number } = formatter(lang);
  return Object.fromEntries(
    FORM_FIELDS[form].flatMap(({ key, kind }) => {
      const fact = terms?.form?.[key];
      if (!fact) return [];
      return [[key, kind === "AMOUNT" ? number(BigInt(fact)) : kind === "DATE" ? typedDay(fact) : fact]];
    }),
  );
}

/** What the draft cannot be agreed without, said at each fact that is missing. */
export function missingFacts({ terms }: InsideAgreement, form: PartnershipForm, lang: Language): FormState["errors"] {
  const sentence = translator(lang)("refusals:FORM_FACTS_MISSING");
  return Object.fromEntries(missingFormFacts(form, terms?.form).map((key) => [key, [sentence]]));
}

/** The terms as the form holds them; before any are recorded, the usual ones: what the law gives, the host as host. */
export function recordedTerms(
  agreement: InsideAgreement,
  { members, form }: { members: readonly InsideMember[]; form: PartnershipForm },
  defaults: { authorRewardPpm: number; intermediaryPpm: number },
  lang: Language,
): FormState {
  const { terms } = agreement;
  const { percentDigits, number } = formatter(lang);
  const rate = (ppm: number | undefined) => (ppm ? percentDigits(ppm) : "");
  const caps = members.map(({ position }) => terms?.caps.find(({ party }) => party === position)?.capVnd ?? null);
  const authors = terms?.authors;
  const host = authors
    ? members.find(({ position }) => position === authors.host)
    : (members.find(({ role }) => role === "HOST") ?? members.find(({ house }) => house === "SCHOOL"));
  return {
    values: {
      ...Object.fromEntries(caps.map((cap, place) => [`caps[${place}].cap`, cap === null ? "" : number(BigInt(cap))])),
      reserve: rate(terms?.reserveRatePpm),
      preferred: rate(terms?.preferredRatePpm),
      ...(authors ? { hasAuthors: "on" } : {}),
      rewardPoint: authors?.rewardPoint ?? "R2_HOST",
      hostId: host?.id ?? "",
      budgetFunded: rate(authors?.budgetFundedPpm),
      budgetMethod: authors?.budgetMethod ?? "",
      authorReward: rate(authors?.rewardRatePpm ?? defaults.authorRewardPpm),
      intermediary: rate(authors?.intermediaryRatePpm ?? defaults.intermediaryPpm),
      ipModel: terms?.ipModel ?? "JOINT",
      exitRule: terms?.exitRule ?? "PRICE_RULE",
      ...(terms?.publicAsset ? { publicAsset: "on" } : {}),
      ...factValues(agreement, form, lang),
    },
    errors: {},
  };
}
