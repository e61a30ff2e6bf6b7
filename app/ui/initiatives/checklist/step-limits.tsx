import { Confidence } from "#app/ui/catalogue/confidence.tsx";
import type { ParameterRow } from "#app/ui/catalogue/parameter-table.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";

/** How long each step of a track may take, and on what that rests. */
export function StepLimits({ limits }: { limits: readonly ParameterRow[] }) {
  const { lang, t } = useLanguage();
  return (
    <StackTable
      caption={t("checklist:clocks")}
      columns={[
        { label: t("checklist:step"), heads: true },
        { label: t("checklist:allowed"), numeric: true },
        { label: t("catalogue:parameters.basis") },
      ]}
      rows={limits.map(({ key, names, value, unit, basis, confidence }) => ({
        key,
        cells: [
          <Text key="name" of={names} />,
          <strong key="value" className="nw">
            {t(`catalogue:parameters.${unit === "CALENDAR_DAYS" ? "calendarDays" : "workingDays"}`, {
              count: Number(value),
            })}
          </strong>,
          basis ? (
            <a key="basis" href={`/${lang}/catalogue/parameters`}>
              {basis.number}
            </a>
          ) : (
            <Confidence key="basis" level={confidence} />
          ),
        ],
      }))}
    />
  );
}
