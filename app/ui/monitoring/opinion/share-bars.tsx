import { type Figure, shareOf } from "#app/domain/monitoring/opinion/opinion.ts";
import { useLanguage } from "#app/ui/language.tsx";

/** What one bar takes of the height, in rem: its words, the bar, a gap. */
const ROW_REM = 2.5;

/** The shares of the answers on one scale from 0 to 100 %, each with the whiskers of its interval; a table says the same. */
export function ShareBars(props: { id: string; title: string; figures: readonly Figure[]; n: number }) {
  const { id, title, figures, n } = props;
  const { t, format } = useLanguage();
  const words = ({ label, count }: Figure) => {
    const share = shareOf(count, n);
    if (!share) return `${label}: ${format.number(count)}`;
    const [low, high] = [format.percent(share.lowPpm, 1), format.percent(share.highPpm, 1)];
    return `${label}: ${t("opinion:shareWords", { share: format.percent(share.ppm, 1), low, high })}`;
  };
  return (
    <svg
      className="ch"
      height={`${figures.length * ROW_REM + 0.25}rem`}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
      focusable="false"
    >
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{figures.map(words).join("; ")}</desc>
      {figures.map((figure, place) => (
        <Bar key={figure.label} figure={figure} n={n} top={place * ROW_REM} words={words(figure)} />
      ))}
      <line className="ax0" x1="0" x2="0" y1="0" y2="100%" />
    </svg>
  );
}

function Bar(props: { figure: Figure; n: number; top: number; words: string }) {
  const { figure, n, top, words } = props;
  const share = shareOf(figure.count, n);
  const at = (ppm: number) => `${(ppm / 10_000).toFixed(2)}%`;
  const middle = `${top + 1.6875}rem`;
  return (
    <>
      <text x=".375rem" y={`${top + 0.875}rem`}>
        {words}
      </text>
      {share ? (
        <>
          <rect className="p-ink3" x="0" y={`${top + 1.25}rem`} width={at(share.ppm)} height=".875rem" />
          <line className="rng" x1={at(share.lowPpm)} x2={at(share.highPpm)} y1={middle} y2={middle} />
          {[share.lowPpm, share.highPpm].map((ppm, end) => (
            <line
              key={end === 0 ? "low" : "high"}
              className="rng"
              x1={at(ppm)}
              x2={at(ppm)}
              y1={`${top + 1.375}rem`}
              y2={`${top + 2}rem`}
            />
          ))}
        </>
      ) : null}
    </>
  );
}
