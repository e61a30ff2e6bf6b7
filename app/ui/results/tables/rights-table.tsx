import type { IpRight } from "#app/domain/results/completeness.ts";
import { isDisclosedBeforeFiling } from "#app/domain/results/exploitation.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";

/** Rights in a result, with a warning where it was shown to the public before its filing. */
export function RightsTable(props: { rights: readonly IpRight[] }) {
  const { t, format } = useLanguage();
  const { rights } = props;
  if (rights.length === 0) return <p className="soft">{t("results:page.noRights")}</p>;
  const disclosed = rights.filter(isDisclosedBeforeFiling);
  return (
    <>
      <StackTable
        caption={t("results:page.rights")}
        columns={[
          { label: t("results:page.rightKind"), heads: true },
          { label: t("results:page.rightStatus") },
          { label: t("results:page.office") },
          { label: t("results:page.filedOn") },
          { label: t("results:page.grantedOn") },
        ]}
        rows={rights.map((right, index) => ({
          key: `${index} ${right.applicationNo}`,
          cells: [
            t(`results:right.${right.kind}`),
            t(`results:rightStatus.${right.status}`),
            [right.office, right.applicationNo].filter(Boolean).join(", ") || "–",
            right.filedOn ? format.date(right.filedOn) : "–",
            right.grantedOn ? format.date(right.grantedOn) : "–",
          ],
        }))}
      />
      {disclosed.map(({ disclosedOn, applicationNo, kind }) => (
        <Notice warn key={`${kind} ${applicationNo} ${disclosedOn}`}>
          <p>
            <strong>{t(`results:right.${kind}`)}.</strong>{" "}
            {t("results:page.disclosed", { date: disclosedOn ? format.date(disclosedOn) : "" })}
          </p>
        </Notice>
      ))}
    </>
  );
}
