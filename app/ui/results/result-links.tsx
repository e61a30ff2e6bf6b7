import { useLanguage } from "#app/ui/language.tsx";

/** A published result for programs, and the way to report it. */
export function ResultLinks({ code, mayComplain }: { code: string; mayComplain: boolean }) {
  const { lang, t } = useLanguage();
  const here = `/${lang}/results/${code}`;
  return (
    <p className="s row">
      <a href={`/api/v1/results/${code}`}>JSON</a>
      <a href={`${here}.datacite.json`}>DataCite JSON</a>
      {mayComplain ? <a href={`${here}/complain`}>{t("results:complaint.link")}</a> : null}
    </p>
  );
}
