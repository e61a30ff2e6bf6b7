import type { PartnershipState } from "#app/domain/partnerships/partnership.ts";
import { useLanguage } from "#app/ui/language.tsx";

/** Leads to where a party leaves, or how one left; and to the account of one that ended. */
export function ExitsLink({ base, state }: { base: string; state: PartnershipState }) {
  const { t } = useLanguage();
  return (
    <p className="s">
      <a href={`${base}/exits`}>{t("exits:link")}</a>
      {["COMPLETED", "FAILED", "TERMINATED", "CLOSED"].includes(state) ? (
        <>
          {" · "}
          <a href={`${base}/closing`}>{t("closing:link")}</a>
        </>
      ) : null}
    </p>
  );
}
