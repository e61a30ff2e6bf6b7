import type { PartnershipState } from "#app/domain/partnerships/partnership.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";

/** Says that a partnership stands still or was ended, and leads to why; else to where its parties may do so. */
export function StandingNotice({
  code,
  state,
  hasFailed,
}: {
  code: string;
  state: PartnershipState;
  hasFailed: boolean;
}) {
  const { lang, t } = useLanguage();
  const link = <a href={`/${lang}/partnerships/${code}/standing`}>{t("motions:title")}</a>;
  if (state === "ACTIVE") return <p className="s">{link}</p>;
  if (hasFailed)
    return (
      <Notice>
        <p>
          {t("failing:notice")} <a href={`/${lang}/partnerships/${code}/failure`}>{t("failing:link")}</a>
        </p>
      </Notice>
    );
  if (state !== "SUSPENDED" && state !== "TERMINATED") return null;
  return (
    <Notice warn>
      <p>
        {t(state === "SUSPENDED" ? "motions:suspended" : "motions:terminated")} {link}
      </p>
    </Notice>
  );
}
