import { AGE_ENDS, decimalsOf, type Indicators, type Rate } from "#app/domain/monitoring/indicators/indicators.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { type Stat, Stats } from "#app/ui/blocks/stats.tsx";
import { type LanguageValue, useLanguage } from "#app/ui/language.tsx";

const RATES = {
  completion: ["selfHigh", "verifiedHigh"],
  recommendations: ["implemented", "closed", "answered"],
} as const;

/** A class of age in words: `91 to 180`. */
export function ageRange(t: Translate, place: number): string {
  const [from, to] = [AGE_ENDS[place - 1], AGE_ENDS[place]];
  if (from === undefined) return t("monitoring:indicators.ageUpTo", { to: String(to) });
  return to === undefined
    ? t("monitoring:indicators.ageFrom", { from: String(from + 1) })
    : t("monitoring:indicators.ageBetween", { from: String(from + 1), to: String(to) });
}

/** A rate with how many of how many, for a cell; of nothing it is not defined. */
export function RateWords({ rate }: { rate: Rate }) {
  const { t, format } = useLanguage();
  if (rate.ppm === null) return <span className="soft">{t("monitoring:indicators.undefined")}</span>;
  return (
    <>
      {format.percent(rate.ppm, decimalsOf(rate.ppm))}{" "}
      <small className="soft nw">{t("monitoring:indicators.of", { count: rate.count, of: rate.of })}</small>
    </>
  );
}

/** The gap in points with its n, for a cell. */
export function GapWords({ gap }: { gap: Indicators["gap"] }) {
  const { t, format } = useLanguage();
  if (gap.ppm === null) return <span className="soft">{t("monitoring:indicators.undefined")}</span>;
  return (
    <>
      {format.points(roundToHundredth(gap.ppm))}{" "}
      <small className="soft nw">{t("monitoring:indicators.n", { count: gap.of })}</small>
    </>
  );
}

/** Points are told to the hundredth, as percentages are. */
function roundToHundredth(ppm: number): number {
  return Math.round(ppm / 100) * 100;
}

/** The two voices in figures, each with its n. */
export function CompletionStats({ all }: { all: Indicators }) {
  const speech = useLanguage();
  const { t, format } = speech;
  const { gap } = all;
  return (
    <Stats
      stats={[
        ...RATES.completion.map((name) => rateStat(name, all[name], speech)),
        {
          label: t("monitoring:indicators.gap"),
          value:
            gap.ppm === null
              ? unknown(speech)
              : t("monitoring:indicators.points", { points: format.points(roundToHundredth(gap.ppm)) }),
          text: t("monitoring:indicators.gapText", { of: gap.of }),
        },
      ]}
    />
  );
}

/** What became of the recommendations, each with its n. */
export function RecommendationStats({ all }: { all: Indicators }) {
  const speech = useLanguage();
  const { t } = speech;
  const { medianDays, answered } = all;
  return (
    <Stats
      stats={[
        ...RATES.recommendations.map((name) => rateStat(name, all[name], speech)),
        {
          label: t("monitoring:indicators.medianDays"),
          value: medianDays === null ? unknown(speech) : t("monitoring:indicators.days", { count: medianDays }),
          text: t("monitoring:indicators.daysText", { count: answered.count }),
        },
      ]}
    />
  );
}

type RateName = (typeof RATES)[keyof typeof RATES][number];

function rateStat(name: RateName, rate: Rate, speech: LanguageValue): Stat {
  const { t, format } = speech;
  return {
    label: t(`monitoring:indicators.${name}`),
    value: rate.ppm === null ? unknown(speech) : format.percent(rate.ppm, decimalsOf(rate.ppm)),
    text: t(`monitoring:indicators.${name}Text`, { count: rate.count, of: rate.of }),
    sharePpm: rate.ppm,
  };
}

function unknown({ t }: LanguageValue) {
  return <span className="none">{t("monitoring:indicators.undefined")}</span>;
}
