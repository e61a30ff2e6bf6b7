import { useLanguage } from "#app/ui/language.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";

/** What was submitted, when, and the fingerprint by which anybody can check it. */
export function VersionTable(props: {
  versions: readonly { number: number; kind: string; sha256: string; submittedAt: string }[];
  /** the address behind which the difference of an edited version is read */
  base?: string;
}) {
  const { lang, t, format } = useLanguage();
  return (
    <table className="stack vers" role="table">
      <caption className="vh">{t("initiatives:versions.title")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t("initiatives:versions.version")}
          </th>
          <th role="columnheader" scope="col">
            {t("initiatives:versions.submitted")}
          </th>
          <th role="columnheader" scope="col">
            {t("initiatives:versions.fingerprint")}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.versions.map((version) => (
          <tr role="row" key={version.number}>
            <th role="rowheader" scope="row">
              {t("initiatives:version", { number: version.number })}
              {props.base && version.kind === "EDIT" ? (
                <>
                  {" "}
                  <a className="s" href={`${props.base}/versions/${version.number}`}>
                    {t("voice:versions.see")}
                  </a>
                </>
              ) : null}
            </th>
            <td role="cell" data-l={t("initiatives:versions.submitted")}>
              <time dateTime={version.submittedAt}>{format.dateTime(version.submittedAt)}</time>
            </td>
            <td role="cell" data-l={t("initiatives:versions.fingerprint")}>
              <a href={`/${lang}/receipts/${version.sha256}`} title={version.sha256}>
                <code>{shortHash(version.sha256)}</code>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
