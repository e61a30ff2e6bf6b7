import { type MoneyStep, MoneySteps, moneySpan } from "#app/ui/charts/over-time/money-steps.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { type House, HouseKey } from "#app/ui/marks/house.tsx";

/** Sums at the end of a day; đồng as text. Parts of the capital in the order of houses. */
export type TimedMoney = {
  on: string;
  committedVnd: string;
  paidInVnd: string;
  parts: readonly { key: string; house: House; vnd: string }[];
  plannedVnd: string;
  paidOutVnd: string;
};

/** Commitments and contributions over time, and the tranches where there are any; then the same day by day. */
export function MoneyFigure(props: { days: readonly TimedMoney[]; today: string; csvHref: string }) {
  const { t } = useLanguage();
  const { days, today } = props;
  if (days.length === 0) return null;
  const hasCapital = days.some(({ committedVnd, paidInVnd }) => committedVnd !== "0" || paidInVnd !== "0");
  const hasTranches = days.some(({ plannedVnd, paidOutVnd }) => plannedVnd !== "0" || paidOutVnd !== "0");
  const capital = days.map(({ on, committedVnd, parts }) => ({
    on,
    agreedVnd: BigInt(committedVnd),
    parts: parts.map(({ vnd, ...part }) => ({ ...part, vnd: BigInt(vnd) })),
  }));
  const tranches = days.map(({ on, plannedVnd, paidOutVnd }) => ({
    on,
    agreedVnd: BigInt(plannedVnd),
    parts: [{ key: "state", house: "STATE" as const, vnd: BigInt(paidOutVnd) }],
  }));
  const shown = { days: days.map(({ on }) => on), today };
  return (
    <div>
      {hasCapital ? <Drawing id="capital-time" what="capital" steps={capital} {...shown} /> : null}
      {hasTranches ? <Drawing id="tranche-time" what="tranches" steps={tranches} {...shown} /> : null}
      <details className="data">
        <summary>{t("pictures:data")}</summary>
        <DayTable days={days} />
      </details>
      <p className="src">
        <a href={props.csvHref} type="text/csv">
          {t("pictures:csv")}
        </a>
      </p>
    </div>
  );
}

function Drawing(props: {
  id: string;
  what: "capital" | "tranches";
  steps: readonly MoneyStep[];
  days: readonly string[];
  today: string;
}) {
  const { t, format } = useLanguage();
  const { steps, today } = props;
  const isCapital = props.what === "capital";
  const headline = t(isCapital ? "pictures:money.headline" : "pictures:money.stateHeadline");
  const says = steps.map(({ on, agreedVnd, parts }) =>
    t("pictures:money.says", {
      date: format.date(on),
      agreed: format.moneyShort(agreedVnd),
      paid: format.moneyShort(parts.reduce((sum, { vnd }) => sum + vnd, 0n)),
    }),
  );
  return (
    <figure className={isCapital ? "fig first" : "fig"}>
      <figcaption>
        <b>{headline}</b>{" "}
        <span className="soft">{t(isCapital ? "pictures:money.read" : "pictures:money.stateRead")}</span>
      </figcaption>
      <HouseKey />
      <MoneySteps
        id={props.id}
        title={headline}
        says={says.join(" ")}
        steps={steps}
        span={moneySpan(props.days, today)}
        today={today}
      />
    </figure>
  );
}

function DayTable(props: { days: readonly TimedMoney[] }) {
  const { t, format } = useLanguage();
  const money = (vnd: string) => format.money(BigInt(vnd));
  return (
    <StackTable
      caption={t("pictures:money.headline")}
      columns={[
        { label: t("pictures:money.day"), heads: true },
        { label: t("pictures:money.due"), numeric: true },
        { label: t("pictures:money.paid"), numeric: true },
        { label: t("pictures:money.planned"), numeric: true },
        { label: t("pictures:money.paidOut"), numeric: true },
      ]}
      rows={props.days.map(({ on, committedVnd, paidInVnd, plannedVnd, paidOutVnd }) => ({
        key: on,
        cells: [format.date(on), money(committedVnd), money(paidInVnd), money(plannedVnd), money(paidOutVnd)],
      }))}
    />
  );
}
