import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { Notice, Tag } from "#app/ui/marks/notice.tsx";
import { PartyCell } from "#app/ui/partnerships/capital/party-cell.tsx";
import type { ListedParty } from "#app/ui/partnerships/party-list.tsx";

export type StandingRow = {
  memberId: string;
  party: ListedParty | null;
  contractualPpm: number;
  paidInPpm: number | null;
  differencePpm: number | null;
  beyond: boolean;
};

/** Contractual and paid-in capital side by side with the difference, and the alarm where it is too large. */
export function StandingTable(props: {
  rows: readonly StandingRow[] | null;
  alarm: boolean;
  tolerancePpm: number;
  /** where the contractual shares stand with their texts */
  sharesHref: string;
}) {
  const { t, format } = useLanguage();
  const { rows, alarm, tolerancePpm } = props;
  if (!rows) return <Notice>{t("money:capital.noShares")}</Notice>;
  const nothing = rows.every(({ paidInPpm }) => paidInPpm === null);
  return (
    <>
      {alarm ? <Notice warn>{t("money:capital.alarm", { tolerance: format.percent(tolerancePpm) })}</Notice> : null}
      <StackTable
        caption={t("money:capital.standing")}
        columns={[
          { label: t("money:capital.party"), heads: true },
          { label: t("money:capital.contractual"), numeric: true },
          { label: t("money:capital.paidIn"), numeric: true },
          { label: t("money:capital.difference"), numeric: true },
        ]}
        rows={rows.map(({ memberId, party, contractualPpm, paidInPpm, differencePpm, beyond }) => ({
          key: memberId,
          cells: [
            <PartyCell key="party" party={party} />,
            format.percent(contractualPpm),
            paidInPpm === null ? t("money:capital.nothingPaid") : format.percent(paidInPpm),
            <span key="difference">
              {differencePpm === null ? "–" : format.points(differencePpm)}
              {beyond ? (
                <>
                  {" "}
                  <Tag>{t("money:capital.beyond")}</Tag>
                </>
              ) : null}
            </span>,
          ],
        }))}
      />
      <p className="src">
        {t(nothing ? "money:capital.nothingPaidNote" : "money:capital.source")}{" "}
        <a href={props.sharesHref}>{t("money:capital.toShares")}</a>,{" "}
        <a href="#events">{t("money:capital.toEvents")}</a>
      </p>
    </>
  );
}
