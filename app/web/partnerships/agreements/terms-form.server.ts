import type { InsideAgreement, InsideMember } from "#app/domain/partnerships/members/queries.server.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { formatter } from "#app/platform/languages/format.ts";
import type { Language } from "#app/platform/languages/languages.ts";

/** The terms as the form holds them; before any are recorded, the usual ones: what the law gives, the host as host. */
export function recordedTerms(
  { terms }: InsideAgreement,
  members: readonly InsideMember[],
  defaults: { authorRewardPpm: number; intermediaryPpm: number },
  lang: Language,
): FormState {
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
    },
    errors: {},
  };
}
