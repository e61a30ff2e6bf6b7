import { type ContributionKind, owed } from "#app/domain/partnerships/capital/capital.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";
import { PartyCell } from "#app/ui/partnerships/capital/party-cell.tsx";
import type { ListedParty } from "#app/ui/partnerships/party-list.tsx";
import { EntryLink } from "#app/ui/record/entry-link.tsx";

export type ShownRelease = {
  reason: string;
  askedAt: string;
  /** null while nobody has answered */
  agrees: boolean | null;
  answerReason: string | null;
  answeredAt: string | null;
  answeredBy: ListedParty | null;
};

export type ShownCommitment = {
  number: number;
  party: ListedParty | null;
  kind: ContributionKind;
  description: string;
  committedVnd: string;
  paidVnd: string;
  dueOn: string;
  isWhole: boolean;
  isLate: boolean;
  entryNo: number | null;
  /** the newest request to be released from it */
  release: ShownRelease | null;
  valuation: { method: string; valuer: string; on: string; reportSha256: string } | null;
};

/** What every party committed, by when, and how much of it is paid in. */
export function CommitmentTable(props: { commitments: readonly ShownCommitment[] }) {
  const { t, format } = useLanguage();
  const { commitments } = props;
  if (commitments.length === 0) return <p>{t("money:commitment.none")}</p>;
  const sum = (name: "committedVnd" | "paidVnd") =>
    format.money(owed(commitments).reduce((total, commitment) => total + BigInt(commitment[name]), 0n));
  return (
    <StackTable
      caption={t("money:commitment.title")}
      captioned
      roomy
      columns={[
        { label: t("money:commitment.no") },
        { label: t("money:capital.party"), heads: true },
        { label: t("money:commitment.what") },
        { label: t("money:commitment.amount"), numeric: true },
        { label: t("money:commitment.paid"), numeric: true },
        { label: t("money:commitment.due") },
      ]}
      rows={[
        ...commitments.map((commitment) => ({
          key: String(commitment.number),
          id: `commitment-${commitment.number}`,
          cells: [
            <span key="no">
              {commitment.number} <EntryLink entryNo={commitment.entryNo} />
            </span>,
            <PartyCell key="party" party={commitment.party} />,
            <What key="what" {...commitment} />,
            format.money(BigInt(commitment.committedVnd)),
            format.money(BigInt(commitment.paidVnd)),
            <span key="due">
              <time dateTime={commitment.dueOn}>{format.date(commitment.dueOn)}</time>
              {commitment.isWhole ? <> · {t("money:commitment.whole")}</> : null}
              {commitment.isLate ? (
                <>
                  {" "}
                  <Tag>{t("money:commitment.late")}</Tag>
                </>
              ) : null}
            </span>,
          ],
        })),
        {
          key: "sum",
          total: true,
          cells: ["", t("money:commitment.sum"), "", sum("committedVnd"), sum("paidVnd"), ""],
        },
      ]}
    />
  );
}

function What(props: ShownCommitment) {
  const { t, format } = useLanguage();
  const { kind, description, release, party, valuation } = props;
  return (
    <>
      {t(`money:kind.${kind}`)}: {description}
      <Release release={release} party={party} />
      {valuation ? (
        <small className="soft">
          {" "}
          {t("money:commitment.valued", {
            date: format.date(valuation.on),
            valuer: valuation.valuer,
            method: valuation.method,
          })}{" "}
          <code title={valuation.reportSha256}>{shortHash(valuation.reportSha256)}</code>
        </small>
      ) : null}
    </>
  );
}

/** That its party asked to be released from it, why, and what another party said, or that it took this back. */
function Release({ release, party }: Pick<ShownCommitment, "release" | "party">) {
  const { t, format } = useLanguage();
  if (!release) return null;
  const { agrees, reason, askedAt, answeredAt, answeredBy, answerReason } = release;
  const said = {
    reason,
    party: answeredBy?.key ?? "",
    date: format.dateTime(answeredAt ?? askedAt),
    answer: answerReason ?? "",
  };
  const isOwn = answeredBy !== null && answeredBy.id === party?.id;
  const words = agrees === null ? "asked" : agrees ? "agreed" : isOwn ? "withdrawn" : "declined";
  return (
    <>
      {" "}
      <Tag>{t(`money:release.state.${words}`)}</Tag>{" "}
      <small className="soft">{t(`money:release.said.${words}`, said)}</small>
    </>
  );
}
