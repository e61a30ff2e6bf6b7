import { useLanguage } from "#app/ui/language.tsx";

/** Leads to where a party leaves, or how one left. */
export function ExitsLink({ base }: { base: string }) {
  const { t } = useLanguage();
  return (
    <p className="s">
      <a href={`${base}/exits`}>{t("exits:link")}</a>
    </p>
  );
}
