import type { House } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";

/** No order of bodies is made of fewer cases than this. Source: docs/domain.md, "Indicators". */
export const LEAST_RANKED = 5;

/** Upper ends, in days since publication, of the classes of age of open recommendations; the last class has none. */
export const AGE_ENDS = [90, 180, 365] as const;

/** What is counted of published campaigns, of one body or of all; `ages` has one count more than `AGE_ENDS`. */
export type Counts = {
  assessed: number;
  verifiedHigh: number;
  /** of those assessed, the ones whose body reported of itself: its own word, and what was verified of the same */
  reported: number;
  selfHigh: number;
  selfComplete: number;
  reportedVerifiedHigh: number;
  reportedVerifiedComplete: number;
  issued: number;
  implemented: number;
  closed: number;
  overdue: number;
  answered: number;
  /** the median of whole days from publication to the first answer; null where none came */
  medianDays: number | null;
  ages: number[];
};

/** A part of how many; `ppm` is null of nothing. */
export type Rate = { count: number; of: number; ppm: number | null };

export type Indicators = {
  /** reported SUBSTANTIAL or COMPLETE by the body, of what it reported */
  selfHigh: Rate;
  /** verified SUBSTANTIAL or COMPLETE, of all that was assessed */
  verifiedHigh: Rate;
  /** reported COMPLETE minus verified COMPLETE of the same `of` subjects, in ppm: points of per cent × 10 000 */
  gap: { of: number; ppm: number | null };
  implemented: Rate;
  closed: Rate;
  /** with at least one answer */
  answered: Rate;
  /** past their day, of the open ones */
  overdue: Rate;
  medianDays: number | null;
  ages: number[];
};

export type BodyOfIndicators = { code: string; name: Texts; house: House };
export type BodyIndicators = { body: BodyOfIndicators; indicators: Indicators };

export function rateOf(count: number, of: number): Rate {
  return { count, of, ppm: of === 0 ? null : Math.round((count * 1_000_000) / of) };
}

/** How many decimals a rate is told with: none where it is whole. */
export function decimalsOf(ppm: number): 0 | 2 {
  return ppm % 10_000 === 0 ? 0 : 2;
}

/** The indicators that follow from counts; each rate tells of how many. Source: docs/domain.md, "Indicators". */
export function indicatorsOf(counts: Counts): Indicators {
  const { assessed, reported, issued, closed } = counts;
  const gap = rateOf(counts.selfComplete - counts.reportedVerifiedComplete, reported);
  return {
    selfHigh: rateOf(counts.selfHigh, reported),
    verifiedHigh: rateOf(counts.verifiedHigh, assessed),
    gap: { of: gap.of, ppm: gap.ppm },
    implemented: rateOf(counts.implemented, issued),
    closed: rateOf(closed, issued),
    answered: rateOf(counts.answered, issued),
    overdue: rateOf(counts.overdue, issued - closed),
    medianDays: counts.medianDays,
    ages: counts.ages,
  };
}

/**
 * Parts the bodies that have a rate into those with enough cases, the best first, and the others by name, in no order of
 * merit. `lang` sorts names.
 */
export function ranked(
  bodies: readonly BodyIndicators[],
  rateIn: (indicators: Indicators) => Rate,
  lang: string,
): { enough: BodyIndicators[]; few: BodyIndicators[] } {
  const some = bodies.filter(({ indicators }) => rateIn(indicators).of > 0);
  const byName = (a: BodyIndicators, b: BodyIndicators) => nameOf(a).localeCompare(nameOf(b), lang);
  const byRate = (a: BodyIndicators, b: BodyIndicators) =>
    (rateIn(b.indicators).ppm ?? 0) - (rateIn(a.indicators).ppm ?? 0) || byName(a, b);
  return {
    enough: some.filter(({ indicators }) => rateIn(indicators).of >= LEAST_RANKED).sort(byRate),
    few: some.filter(({ indicators }) => rateIn(indicators).of < LEAST_RANKED).sort(byName),
  };
}

function nameOf({ body }: BodyIndicators): string {
  return body.name.vi ?? body.code;
}
