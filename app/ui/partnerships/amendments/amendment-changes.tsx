import { allocate } from "#app/domain/partnerships/allocation.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { nameOf } from "#app/ui/partnerships/partnership-hit.tsx";
import type { ListedParty } from "#app/ui/partnerships/party-list.tsx";
import type { DimensionName } from "#app/ui/partnerships/share-periods.tsx";

type Pair = { before: number; after: number };

/** One stretch of days on which an amendment changes shares. ppm; `shares` in the order of `dimensions`. */
export type ChangedPeriod = {
  from: string;
  lastOn: string | null;
  dimensions: readonly { dimension: DimensionName; changed: boolean }[];
  rows: readonly { party: ListedParty; shares: readonly Pair[] }[];
};

const LABELS = { CAPITAL: "capital", RISK: "risk", PROFIT: "profit" } as const;

/** Every share that an amendment changes, before and after side by side with the difference in points of per cent. */
export function AmendmentChanges(props: { periods: readonly ChangedPeriod[]; totalValueVnd: string | null }) {
  const { t, format } = useLanguage();
  const { periods, totalValueVnd } = props;
  const hasMoney = periods.some(({ dimensions }) =>
    dimensions.some((one) => one.dimension === "CAPITAL" && one.changed),
  );
  return (
    <div className="changes">
      {periods.map((period) => (
        <Period key={period.from} period={period} totalValueVnd={totalValueVnd} />
      ))}
      {totalValueVnd && hasMoney ? (
        <p className="src">{t("amendments:value", { total: format.money(BigInt(totalValueVnd)) })}</p>
      ) : null}
    </div>
  );
}

function Period({ period, totalValueVnd }: { period: ChangedPeriod; totalValueVnd: string | null }) {
  const { lang, t, format } = useLanguage();
  const { from, lastOn, dimensions, rows } = period;
  const days = lastOn
    ? t("amendments:changesFromTo", { from: format.date(from), to: format.date(lastOn) })
    : t("amendments:changesFrom", { from: format.date(from) });
  const changed = dimensions.flatMap((one, place) => (one.changed ? [{ ...one, place }] : []));
  const same = dimensions.filter((one) => !one.changed).map(({ dimension }) => t(`share:${LABELS[dimension]}`));
  const money = totalValueVnd ? moneyIn(period, BigInt(totalValueVnd)) : null;
  return (
    <>
      {changed.length > 0 ? (
        <StackTable
          caption={days}
          captioned
          columns={[
            { label: t("amendments:party"), heads: true },
            ...changed.map(({ dimension }) => ({ label: t(`share:${LABELS[dimension]}`), numeric: true })),
          ]}
          rows={rows.map(({ party, shares }, row) => ({
            key: party.id,
            cells: [
              <PartyBadge key="party" house={party.house} name={`${party.key} ${nameOf(party.names, lang)}`} />,
              ...changed.map(({ dimension, place }) => (
                <Change
                  key={dimension}
                  share={shares[place] ?? { before: 0, after: 0 }}
                  money={dimension === "CAPITAL" ? (money?.[row] ?? null) : null}
                />
              )),
            ],
          }))}
        />
      ) : null}
      {same.length > 0 ? (
        <p className="s">
          {changed.length === 0 ? `${days}. ` : null}
          {t("amendments:unchanged", { dimensions: same.join(", ") })}
        </p>
      ) : null}
    </>
  );
}

/** A share before and after, with the difference in points; for capital, what it is of the total value. */
function Change({ share, money }: { share: Pair; money: { before: bigint; after: bigint } | null }) {
  const { t, format } = useLanguage();
  const { before, after } = share;
  if (before === after) return <span>{format.percent(after)}</span>;
  return (
    <span className="change">
      <span className="nw">
        <span className="vh">{t("amendments:before")} </span>
        {format.percent(before)} → <span className="vh">{t("amendments:after")} </span>
        <b>{format.percent(after)}</b>
      </span>{" "}
      <span className="nw">
        <small>({format.points(after - before)})</small>
      </span>
      {money ? (
        <small>
          <span className="nw">{format.money(money.before)} →</span>{" "}
          <span className="nw">{format.money(money.after)}</span>
        </small>
      ) : null}
    </span>
  );
}

/** The capital shares of each row as parts of the total value, to the đồng; null where capital does not change. */
function moneyIn({ rows, dimensions }: ChangedPeriod, totalVnd: bigint) {
  const place = dimensions.findIndex(({ dimension }) => dimension === "CAPITAL");
  if (!dimensions[place]?.changed) return null;
  const parts = (side: keyof Pair) => {
    const weights = rows.map(({ shares }) => shares[place]?.[side] ?? 0);
    return allocate(totalVnd, weights);
  };
  const [before, after] = [parts("before"), parts("after")];
  return rows.map((_row, at) => ({ before: before[at] ?? 0n, after: after[at] ?? 0n }));
}
