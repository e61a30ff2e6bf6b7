import type { Format } from "#app/platform/languages/format.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import type { LabelledBar } from "#app/ui/charts/bars/labelled-bars.tsx";
import { ScenarioBars } from "#app/ui/charts/bars/scenario-bars.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { nameOf } from "#app/ui/partnerships/partnership-hit.tsx";
import type { ListedParty } from "#app/ui/partnerships/party-list.tsx";

type Tongue = { t: Translate; format: Format };

type Change = { beforeVnd: string; afterVnd: string };

export type ShownScenarios = {
  from: { name: string; sharedAt: string };
  scenarios: readonly { name: string; probabilityPpm: number }[];
  rows: readonly { party: ListedParty; scenarios: readonly Change[]; expected: Change }[];
};

/** What an amendment changes for each party in đồng, scenario by scenario. */
export function ScenarioChanges(props: { shown: ShownScenarios; csvHref: string }) {
  const { lang, t, format } = useLanguage();
  const { from, scenarios, rows } = props.shown;
  return (
    <Section
      id="scenarios"
      title={t("amendments:scenarios.title")}
      aside={t("amendments:scenarios.from", { name: from.name, date: format.dateTime(from.sharedAt) })}
    >
      <ScenarioBars
        id="scenario"
        csvHref={props.csvHref}
        scenarios={scenarios.map(({ name, probabilityPpm }, place) => ({
          name,
          probabilityPpm,
          bars: rows.flatMap(({ party, scenarios: changes }) => barsOf(party, changes[place], { t, format })),
        }))}
      />
      <div className="changes">
        <StackTable
          caption={t("amendments:scenarios.title")}
          columns={[
            { label: t("amendments:party"), heads: true },
            ...scenarios.map(({ name, probabilityPpm }) => ({
              label: `${name} (${format.percent(probabilityPpm)})`,
              numeric: true,
            })),
            { label: t("amendments:scenarios.expected"), numeric: true },
          ]}
          rows={rows.map(({ party, scenarios: changes, expected }) => ({
            key: party.id,
            cells: [
              <PartyBadge key="party" house={party.house} name={`${party.key} ${nameOf(party.names, lang)}`} />,
              ...[...changes, expected].map((change, place) => (
                <InMoney key={scenarios[place]?.name ?? "expected"} change={change} />
              )),
            ],
          }))}
        />
      </div>
    </Section>
  );
}

/** What a party gets before the amendment (hollow) and after it. */
function barsOf(party: ListedParty, change: Change | undefined, { t, format }: Tongue): LabelledBar[] {
  const [before, after] = [BigInt(change?.beforeVnd ?? 0), BigInt(change?.afterVnd ?? 0)];
  const words = (amount: bigint) => ({ party: party.key, amount: format.moneyShort(amount) });
  const { house } = party;
  return [
    {
      key: `${party.id} before`,
      text: t("pictures:scenario.before", words(before)),
      house,
      amount: before,
      isHollow: true,
    },
    { key: `${party.id} after`, text: t("pictures:scenario.after", words(after)), house, amount: after },
  ];
}

function InMoney({ change }: { change: Change }) {
  const { t, format } = useLanguage();
  const [before, after] = [BigInt(change.beforeVnd), BigInt(change.afterVnd)];
  if (before === after) return <span className="nw">{format.moneyShort(after)}</span>;
  return (
    <span>
      <span className="vh">{t("amendments:before")} </span>
      <span className="nw">{format.moneyShort(before)} →</span> <span className="vh">{t("amendments:after")} </span>
      <b className="nw">{format.moneyShort(after)}</b>
    </span>
  );
}
