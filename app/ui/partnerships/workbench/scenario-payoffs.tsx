import { ScenarioBars } from "#app/ui/charts/bars/scenario-bars.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import type { Compared } from "./comparison.tsx";
import type { WorkbenchParty } from "./variant-form.ts";

type Probable = { name: string; probabilityPpm: number };

/** Every scenario of every variant, drawn and as a table: what each party gets or bears. */
export function ScenarioPayoffs(props: {
  variants: readonly (Compared & { scenarios: readonly Probable[] })[];
  parties: readonly WorkbenchParty[];
  csvHref?: string;
}) {
  const { variants, parties } = props;
  const { t, format } = useLanguage();
  const isOne = variants.length === 1;
  const shown = variants.flatMap(({ letter, weighed, scenarios }) =>
    (weighed?.scenarios ?? []).map(({ name, payoff }, place) => ({
      name: isOne ? name : `${letter} · ${name}`,
      probabilityPpm: scenarios[place]?.probabilityPpm ?? 0,
      rows: parties.map((party) => ({
        party,
        amount: payoff.find((line) => line.party === party.id)?.amountVnd ?? 0n,
      })),
    })),
  );
  if (shown.length === 0) return null;
  return (
    <>
      <ScenarioBars
        id="scenario"
        csvHref={props.csvHref}
        scenarios={shown.map(({ rows, ...scenario }) => ({
          ...scenario,
          bars: rows.map(({ party, amount }) => ({
            key: party.id,
            house: party.house,
            amount,
            text: t("pictures:scenario.bar", { party: party.key, amount: format.moneyShort(amount) }),
          })),
        }))}
      />
      <details className="data">
        <summary>{t("pictures:data")}</summary>
        <StackTable
          caption={t("pictures:scenario.headline")}
          columns={[
            { label: t("pictures:scenario.scenario"), heads: true },
            ...parties.map(({ key }) => ({ label: key, numeric: true })),
          ]}
          rows={shown.map(({ name, rows }) => ({
            key: name,
            cells: [name, ...rows.map(({ amount }) => format.money(amount))],
          }))}
        />
      </details>
    </>
  );
}
