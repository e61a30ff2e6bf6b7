import { type Stat, Stats } from "#app/ui/blocks/stats.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { type LanguageValue, useLanguage } from "#app/ui/language.tsx";

/** Below so many, a rate or a median says more about chance than about anybody's work. */
const LEAST_COUNT = 5;

export type HomeFigures = {
  past: { answered: number; inTime: number };
  /** `medianDays`: calendar days */
  waiting: { medianDays: number | null; decided: number };
  agreements: { signed: number; all: number; parties: number; products: number; partnerships: number };
  market: { published: number; commercialised: number };
};

/** Four figures, each out of how many and as of when. One without a denominator is not defined, never 0. */
export function Figures(props: { figures: HomeFigures; now: string }) {
  const speech = useLanguage();
  const { t, format } = speech;
  const stats = [answered, waiting, agreements, market].map((stat) => stat(props.figures, speech));
  const asOf = t("home:figures.asOf", { time: format.dateTime(props.now) });
  return (
    <Section id="figures" title={t("home:figures.title")} aside={<time dateTime={props.now}>{asOf}</time>}>
      <Stats stats={stats} />
    </Section>
  );
}

function answered({ past }: HomeFigures, speech: LanguageValue): Stat {
  const { t, format } = speech;
  const { answered: count, inTime } = past;
  const label = t("home:figures.answered.label");
  if (count < LEAST_COUNT) return { label, ...tooFew("answered", count, speech) };
  return {
    label,
    value: format.percent(ppmOf(inTime, count), 1),
    text: t("home:figures.answered.text", { inTime, count }),
    ...bar(inTime, count, speech),
  };
}

function waiting({ waiting: { medianDays, decided } }: HomeFigures, speech: LanguageValue): Stat {
  const { t, format } = speech;
  const label = t("home:figures.waiting.label");
  if (medianDays === null || decided < LEAST_COUNT) return { label, ...tooFew("waiting", decided, speech) };
  return { label, value: format.number(medianDays), text: t("home:figures.waiting.text", { count: decided }) };
}

function agreements({ agreements: { signed, all, ...reach } }: HomeFigures, speech: LanguageValue): Stat {
  const { t, format } = speech;
  const label = t("home:figures.agreements.label");
  if (all === 0) return { label, ...undefinedFor("agreements", speech) };
  const text = t("home:figures.agreements.text", { count: all, ...reach });
  return { label, value: format.number(signed), text, ...bar(signed, all, speech) };
}

function market({ market: { published, commercialised } }: HomeFigures, speech: LanguageValue): Stat {
  const { t, format } = speech;
  const label = t("home:figures.market.label");
  if (published === 0) return { label, ...undefinedFor("market", speech) };
  const text = t("home:figures.market.text", { count: published });
  return { label, value: format.number(commercialised), text, ...bar(commercialised, published, speech) };
}

type Spoken = Pick<Stat, "value" | "text">;

/** What stands in the place of a rate or a median of too few, or of nothing. */
function tooFew(name: "answered" | "waiting", count: number, speech: LanguageValue): Spoken {
  if (count === 0) return undefinedFor(name, speech);
  const { t } = speech;
  const text = t(`home:figures.${name}.few`, { count, least: LEAST_COUNT });
  return { value: <span className="none">{t("home:figures.tooFew")}</span>, text };
}

function undefinedFor(name: "answered" | "waiting" | "agreements" | "market", { t }: LanguageValue): Spoken {
  return { value: <span className="none">{t("home:figures.unknown")}</span>, text: t(`home:figures.${name}.none`) };
}

function bar(part: number, whole: number, { t }: LanguageValue): Pick<Stat, "sharePpm" | "barLabel"> {
  return { sharePpm: ppmOf(part, whole), barLabel: t("home:figures.outOf", { part, whole }) };
}

function ppmOf(part: number, whole: number): number {
  return Math.round((part * 1_000_000) / whole);
}
