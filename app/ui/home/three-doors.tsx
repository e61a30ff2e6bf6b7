import { Doors } from "#app/ui/blocks/doors.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** Submit, join, monitor. `intakeDays`: working days until intake has answered. */
export function ThreeDoors(props: { intakeDays: number }) {
  const { lang, t } = useLanguage();
  return (
    <Doors
      label={t("home:doors.label")}
      doors={[
        {
          title: t("home:doors.submit.title"),
          text: t("home:doors.submit.text", { days: props.intakeDays }),
          href: `/${lang}/submit`,
          action: t("home:doors.submit.action"),
        },
        {
          title: t("home:doors.join.title"),
          text: t("home:doors.join.text"),
          href: `/${lang}/partnerships`,
          action: t("home:doors.join.action"),
        },
        {
          title: t("home:doors.monitor.title"),
          text: t("home:doors.monitor.text"),
          href: `/${lang}/monitoring`,
          action: t("home:doors.monitor.action"),
        },
      ]}
    />
  );
}
