import { useLanguage } from "#app/ui/language.tsx";

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Technology readiness, 1 to 9, as filled squares and words. */
export function Readiness(props: { level: number }) {
  const { t } = useLanguage();
  return (
    <span className="trl">
      <svg aria-hidden="true" focusable="false">
        {LEVELS.map((level) => (
          <rect
            key={level}
            x={`${(0.6 + (level - 1) * 11.2).toFixed(1)}%`}
            y="1"
            width="8%"
            height="8"
            className={level <= props.level ? "on" : undefined}
          />
        ))}
      </svg>
      <span>{t("common:readiness", { level: props.level })}</span>
    </span>
  );
}
