import type { RiskCategory, RiskOutcome } from "#app/domain/partnerships/risks/risk.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { EmptyState, Tag } from "#app/ui/marks/notice.tsx";
import { PartyCell } from "#app/ui/partnerships/capital/party-cell.tsx";
import type { ListedParty } from "#app/ui/partnerships/party-list.tsx";
import { EntryLink } from "#app/ui/record/entry-link.tsx";

type ShownVersion = {
  version: number;
  title: string;
  isPublic: boolean;
  probabilityPpm: number;
  impactVnd: string;
  expectedVnd: string;
  mitigation: string;
  reviewOn: string;
  reason: string;
  recordedAt: string;
  entryNo: number | null;
  borne: readonly { memberId: string; party: ListedParty | null; ppm: number }[];
};

type ShownRisk = {
  number: number;
  category: RiskCategory;
  owner: ListedParty | null;
  reviewOn: string;
  isLate: boolean;
  outcome: RiskOutcome | null;
  closeNote: string | null;
  closedAt: string | null;
  closedNo: number | null;
  versions: readonly ShownVersion[];
};

/** The risks in the order of their numbers: a line each, then what is thought of each and was thought before. */
export function RegisterSection(props: { risks: readonly ShownRisk[]; mayKeep: boolean; here: string }) {
  const { t } = useLanguage();
  const { risks } = props;
  return (
    <Section id="register" title={t("risks:register")}>
      {risks.length === 0 ? <EmptyState title={t("risks:none")}>{t("risks:noneText")}</EmptyState> : null}
      <div className="flow">
        {risks.length === 0 ? null : <RiskTable risks={risks} />}
        {risks.map((risk) =>
          risk.versions[0] ? (
            <RiskDetail
              key={risk.number}
              risk={risk}
              now={risk.versions[0]}
              here={props.mayKeep && risk.closedAt === null ? props.here : null}
            />
          ) : null,
        )}
      </div>
    </Section>
  );
}

function RiskTable(props: { risks: readonly ShownRisk[] }) {
  const { t, format } = useLanguage();
  const unknown = <span className="soft">{t("risks:kept")}</span>;
  return (
    <StackTable
      caption={t("risks:register")}
      columns={[
        { label: t("risks:column.risk"), heads: true },
        { label: t("risks:column.probability"), numeric: true },
        { label: t("risks:column.impact"), numeric: true },
        { label: t("risks:column.expected"), numeric: true },
        { label: t("risks:column.owner") },
        { label: t("risks:column.review") },
      ]}
      rows={props.risks.map((risk) => {
        const now = risk.versions[0];
        return {
          key: String(risk.number),
          cells: [
            <span key="risk">
              {risk.number}.{" "}
              {now ? <a href={`#risk-${risk.number}`}>{now.title}</a> : t(`risks:category.${risk.category}`)}
              <br />
              <span className="soft">{now ? t(`risks:category.${risk.category}`) : t("risks:keptTitle")}</span>
            </span>,
            now ? format.percent(now.probabilityPpm) : unknown,
            now ? format.moneyShort(BigInt(now.impactVnd)) : unknown,
            now ? format.moneyShort(BigInt(now.expectedVnd)) : unknown,
            <PartyCell key="owner" party={risk.owner} />,
            <Review key="review" risk={risk} />,
          ],
        };
      })}
    />
  );
}

/** When it is looked at again, or how it ended. */
function Review({ risk }: { risk: ShownRisk }) {
  const { t, format } = useLanguage();
  if (risk.outcome) return <Tag>{t(`risks:outcome.${risk.outcome}`)}</Tag>;
  return (
    <>
      <time dateTime={risk.reviewOn}>{format.date(risk.reviewOn)}</time>{" "}
      {risk.isLate ? <Tag>{t("risks:late")}</Tag> : null}
    </>
  );
}

function RiskDetail(props: { risk: ShownRisk; now: ShownVersion; here: string | null }) {
  const { t, format } = useLanguage();
  const { risk, now, here } = props;
  const before = risk.versions.slice(1);
  return (
    <div className="panel flow" id={`risk-${risk.number}`}>
      <h3>
        {risk.number}. {now.title}
      </h3>
      <div className="cols side-r">
        <Facts
          facts={[
            { term: t("risks:field.mitigation"), value: now.mitigation },
            { term: t("risks:why"), value: now.reason },
            { term: t("risks:field.note"), value: risk.closeNote },
            { term: t("risks:visible"), value: now.isPublic ? null : t("risks:membersOnly") },
          ]}
        />
        <Facts
          facts={[
            { term: t("risks:field.allocation"), value: <Borne of={now} /> },
            {
              term: t("risks:assessedAt"),
              value: (
                <>
                  {format.dateTime(now.recordedAt)} <EntryLink entryNo={now.entryNo} />
                </>
              ),
            },
            {
              term: t("risks:closed"),
              value: risk.closedAt && (
                <>
                  {format.dateTime(risk.closedAt)} <EntryLink entryNo={risk.closedNo} />
                </>
              ),
            },
          ]}
        />
      </div>
      {before.length > 0 ? (
        <details className="data">
          <summary>{t("risks:history", { count: String(before.length) })}</summary>
          <History versions={before} />
        </details>
      ) : null}
      {here ? (
        <p className="row actions">
          <a className="btn alt sm" href={`${here}/review?of=${risk.number}`}>
            {t("risks:act.review")}
          </a>
          <a className="btn alt sm" href={`${here}/close?of=${risk.number}`}>
            {t("risks:act.close")}
          </a>
        </p>
      ) : null}
    </div>
  );
}

function Borne({ of }: { of: ShownVersion }) {
  const { format } = useLanguage();
  return (
    <ul className="list">
      {of.borne.map(({ memberId, party, ppm }) => (
        <li key={memberId}>
          <PartyCell party={party} />
          <br />
          <b className="nw">{format.percent(ppm)}</b>
        </li>
      ))}
    </ul>
  );
}

function History(props: { versions: readonly ShownVersion[] }) {
  const { t, format } = useLanguage();
  return (
    <StackTable
      caption={t("risks:before")}
      columns={[
        { label: t("risks:assessedAt"), heads: true },
        { label: t("risks:column.probability"), numeric: true },
        { label: t("risks:column.impact"), numeric: true },
        { label: t("risks:field.allocation") },
        { label: t("risks:field.mitigation") },
        { label: t("risks:why") },
      ]}
      rows={props.versions.map((version) => ({
        key: String(version.version),
        cells: [
          <span key="at">
            {format.dateTime(version.recordedAt)} <EntryLink entryNo={version.entryNo} />
          </span>,
          format.percent(version.probabilityPpm),
          format.moneyShort(BigInt(version.impactVnd)),
          version.borne.map(({ party, ppm }) => `${party?.key ?? ""} ${format.percent(ppm)}`).join("; "),
          version.mitigation,
          version.reason,
        ],
      }))}
    />
  );
}
