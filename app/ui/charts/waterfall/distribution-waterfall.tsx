import { paintOf, type ShareParty } from "#app/ui/charts/share-geometry.ts";
import { type Step, waterfallSteps } from "#app/ui/charts/waterfall/waterfall-geometry.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { HouseMark } from "#app/ui/marks/house.tsx";

export type WaterfallTier =
  | "IP_REMUNERATION"
  | "TAX"
  | "LOSS_OFFSET"
  | "RESERVE"
  | "PREFERRED"
  | "AUTHORS"
  | "INTERMEDIARY"
  | "PARTY"
  | "LOSS_CARRIED"
  | "LOSS"
  | "UNALLOCATED";

/** Đồng are decimal text; a party where the amount goes to one (or comes from it, below 0), else an author or neither. */
export type WaterfallLine = { tier: WaterfallTier; party: ShareParty | null; author: string | null; amountVnd: string };

/** How the money of one run goes step by step from its total to nothing: bars, and beside each its exact đồng. */
export function DistributionWaterfall(props: {
  kind: "DISTRIBUTION" | "LOSS";
  totalVnd: string;
  lines: readonly WaterfallLine[];
  /** of the same figures as a file */
  csvHref?: string | undefined;
}) {
  const { t, format } = useLanguage();
  const total = BigInt(props.totalVnd);
  const lines = props.lines.map((line) => ({ ...line, amount: BigInt(line.amountVnd) }));
  const { zero, steps } = waterfallSteps(
    total,
    lines.map(({ amount }) => amount),
  );
  const isLoss = props.kind === "LOSS";
  return (
    <figure className="fig">
      <table className="bars wf">
        <caption>{t(isLoss ? "exports:waterfall.lossCaption" : "exports:waterfall.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("exports:waterfall.item")}</th>
            <th scope="col">{t("exports:waterfall.scale", { amount: format.moneyShort(total) })}</th>
            <th scope="col" className="n">
              {t("exports:waterfall.amount")}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="total">
            <th scope="row">{t(isLoss ? "exports:waterfall.loss" : "exports:waterfall.profit")}</th>
            <BarCell zero={zero} step={steps[0]} paint={{ className: "w-sum" }} />
            <td className="n nw">{format.money(total)}</td>
          </tr>
          {lines.map((line, place) => (
            <tr key={`${line.tier} ${line.party?.key ?? line.author ?? ""}`}>
              <th scope="row">
                <LineName line={line} />
              </th>
              <BarCell
                zero={zero}
                step={steps[place + 1]}
                paint={line.party ? paintOf(line.party.house) : { className: "w-out" }}
                isLast={place === lines.length - 1}
              />
              <td className="n nw">{format.money(line.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {props.csvHref ? (
        <p className="src">
          <a href={props.csvHref} type="text/csv">
            {t("exports:waterfall.download")}
          </a>
        </p>
      ) : null}
    </figure>
  );
}

function LineName({ line }: { line: WaterfallLine }) {
  const { t } = useLanguage();
  const tier = t(`exports:tier.${line.tier}`);
  if (line.party)
    return (
      <span className="party">
        <HouseMark house={line.party.house} />
        <span>
          <b className="pk">{line.party.key}</b> {line.party.name}
          <small>{tier}</small>
        </span>
      </span>
    );
  return line.author ? (
    <span>
      {line.author} <small className="soft">{tier}</small>
    </span>
  ) : (
    tier
  );
}

/** A bar, the line of nothing, and a thin line down to where the next step begins. */
function BarCell(props: {
  zero: number;
  step: Step | undefined;
  paint: { className: string; fill?: string };
  isLast?: boolean;
}) {
  const { step, zero } = props;
  return (
    <td className="bar">
      <svg className="ch" aria-hidden="true" focusable="false">
        <line className="ax0" x1={`${zero}%`} x2={`${zero}%`} y1="-36%" y2="138%" />
        {step ? <rect {...props.paint} x={`${step.from}%`} y="15%" width={`${step.width}%`} height="70%" /> : null}
        {step && !props.isLast ? (
          <line className="s-edge hide-s" x1={`${step.after}%`} x2={`${step.after}%`} y1="85%" y2="190%" />
        ) : null}
      </svg>
    </td>
  );
}
