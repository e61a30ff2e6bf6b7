import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";
import { LossRounds, type ShownRound } from "#app/ui/partnerships/distributions/loss-rounds.tsx";
import { RunLines, type ShownLine } from "#app/ui/partnerships/distributions/run-lines.tsx";
import { nameOf } from "#app/ui/partnerships/partnership-hit.tsx";
import type { ListedParty } from "#app/ui/partnerships/party-list.tsx";

export type ShownRun = {
  number: number;
  kind: "DISTRIBUTION" | "LOSS";
  compensates: number | null;
  from: string;
  lastOn: string;
  totalVnd: string;
  authorsVnd: string;
  authorsMinimumVnd: string;
  isLawful: boolean;
  lossCarriedVnd: string;
  preferredUnpaidVnd: string;
  unallocatedTo: string | null;
  inputsSha256: string;
  engineVersion: string;
  /** '' where the reader may not see them */
  inputs: string;
  lines: readonly ShownLine[];
  approvals: readonly { party: ListedParty; post: string; approvedAt: string }[];
  /** of a loss, for those who may read the inputs */
  rounds?: { drawn: readonly ShownRound[]; csvHref: string } | null;
  /** for those who may read them */
  statements?: readonly { name: string; href: string; isAuthor?: boolean }[];
};

/** One run: its days, every amount, what it carries forward, who approved it, and what it was calculated from. */
export function RunDetail(props: { run: ShownRun }) {
  const { lang, t, format } = useLanguage();
  const { run } = props;
  const days = t("distributions:period", { from: format.date(run.from), to: format.date(run.lastOn) });
  const [carried, unpaid] = [BigInt(run.lossCarriedVnd), BigInt(run.preferredUnpaidVnd)];
  return (
    <>
      <p>{days}</p>
      <RunLines kind={run.kind} lines={run.lines} totalVnd={run.totalVnd} />
      {run.rounds ? (
        <LossRounds id={`loss-${run.number}`} rounds={run.rounds.drawn} csvHref={run.rounds.csvHref} />
      ) : null}
      {BigInt(run.authorsMinimumVnd) > 0n ? (
        <p className="s">
          {t("distributions:minimum", {
            paid: format.money(BigInt(run.authorsVnd)),
            minimum: format.money(BigInt(run.authorsMinimumVnd)),
          })}
        </p>
      ) : null}
      {run.isLawful ? null : <Notice warn>{t("distributions:belowMinimum")}</Notice>}
      {carried > 0n || unpaid > 0n ? (
        <p className="s">
          {t("distributions:carried", { loss: format.money(carried), preferred: format.money(unpaid) })}
        </p>
      ) : null}
      {run.unallocatedTo ? <p className="s">{t("distributions:unallocatedTo", { text: run.unallocatedTo })}</p> : null}
      {run.approvals.length > 0 ? (
        <p className="s">
          {t("distributions:open.approvals")}:{" "}
          {run.approvals
            .map(({ party, approvedAt }) => `${nameOf(party.names, lang)} (${format.dateTime(approvedAt)})`)
            .join("; ")}
        </p>
      ) : null}
      <p className="s">
        {t("distributions:hash")} <code>{shortHash(run.inputsSha256)}</code> ·{" "}
        {t("distributions:engine", { engine: run.engineVersion })}
      </p>
      {run.statements && run.statements.length > 0 ? <Statements statements={run.statements} /> : null}
      {run.inputs ? (
        <details className="data">
          <summary>{t("distributions:inputs")}</summary>
          <pre className="payload">{run.inputs}</pre>
        </details>
      ) : null}
    </>
  );
}

function Statements(props: { statements: NonNullable<ShownRun["statements"]> }) {
  const { t } = useLanguage();
  return (
    <>
      <h3>{t("papers:statement.links")}</h3>
      <ul className="row">
        {props.statements.map(({ name, href }) => (
          <li key={href}>
            <a href={href}>{t("papers:statement.of", { name })}</a>
          </li>
        ))}
      </ul>
      {props.statements.some(({ isAuthor }) => isAuthor) ? (
        <p className="s">{t("papers:statement.authorAccess")}</p>
      ) : null}
    </>
  );
}
