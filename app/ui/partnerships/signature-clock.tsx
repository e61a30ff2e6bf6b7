import type { ComponentProps } from "react";
import { ClockPanel } from "#app/ui/blocks/clock-panel.tsx";
import { useLanguage } from "#app/ui/language.tsx";

type Clock = ComponentProps<typeof ClockPanel>;

/** Whose signature is owed on an agreement, and by when. */
export function SignatureClock(props: Pick<Clock, "id" | "clock" | "days" | "debtor" | "today">) {
  const { t } = useLanguage();
  return <ClockPanel {...props} duty={t("partnerships:duty.sign")} />;
}
