import type { Format } from "#app/platform/languages/format.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { extentOf, type LabelledBar, LabelledBars } from "#app/ui/charts/bars/labelled-bars.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { HouseKey } from "#app/ui/marks/house.tsx";
import { nameOf } from "#app/ui/partnerships/partnership-hit.tsx";
import type { ListedParty } from "#app/ui/partnerships/party-list.tsx";

/** One round: what fell to each open party, what it took (null: it waits for the next), its room; đồng as text. */
export type ShownRound = {
  number: number;
  leftVnd: string;
  rows: readonly { party: ListedParty; offeredVnd: string; takenVnd: string | null; roomVnd: string | null }[];
};

/** How a loss goes round by round within the caps, drawn and as a table. */
export function LossRounds(props: { id: string; rounds: readonly ShownRound[]; csvHref?: string | undefined }) {
  const { t, format } = useLanguage();
  const drawn = props.rounds.map((round) => ({ ...round, bars: barsOf(round, { t, format }) }));
  const extent = extentOf(drawn.flatMap(({ bars }) => bars));
  return (
    <figure className="fig">
      <figcaption>
        <b>{t("pictures:loss.headline")}</b> <span className="soft">{t("pictures:loss.read")}</span>
      </figcaption>
      <HouseKey />
      <div className="panes">
        {drawn.map(({ number, leftVnd, bars }) => {
          const title = t("pictures:loss.round", { number: String(number) });
          return (
            <div key={number}>
              <h3 className="h-s">{title}</h3>
              <LabelledBars id={`${props.id}-${number}`} title={title} bars={bars} extent={extent} />
              <p className="s">{t("pictures:loss.left", { amount: format.money(BigInt(leftVnd)) })}</p>
            </div>
          );
        })}
      </div>
      <details className="data">
        <summary>{t("pictures:data")}</summary>
        <RoundTable rounds={props.rounds} />
      </details>
      {props.csvHref ? (
        <p className="src">
          <a href={props.csvHref} type="text/csv">
            {t("pictures:csv")}
          </a>
        </p>
      ) : null}
    </figure>
  );
}

function barsOf({ rows }: ShownRound, { t, format }: { t: Translate; format: Format }): LabelledBar[] {
  return rows.flatMap(({ party, offeredVnd, takenVnd, roomVnd }) => {
    const words = (vnd: string) => ({ party: party.key, amount: format.moneyShort(BigInt(vnd)) });
    const { house } = party;
    const offered = t("pictures:loss.offered", words(offeredVnd));
    const taken = takenVnd === null ? null : t("pictures:loss.taken", words(takenVnd));
    const mark = roomVnd === null ? null : BigInt(roomVnd);
    return [
      { key: `${party.id} offered`, text: offered, house, amount: BigInt(offeredVnd), isHollow: true, mark },
      ...(taken === null
        ? []
        : [{ key: `${party.id} taken`, text: taken, house, amount: BigInt(takenVnd ?? 0), mark }]),
    ];
  });
}

function RoundTable(props: { rounds: readonly ShownRound[] }) {
  const { lang, t, format } = useLanguage();
  const money = (vnd: string | null, none: string) => (vnd === null ? none : format.money(BigInt(vnd)));
  return (
    <StackTable
      caption={t("pictures:loss.headline")}
      columns={[
        { label: t("papers:party"), heads: true },
        { label: t("pictures:loss.column.round") },
        { label: t("pictures:loss.column.offered"), numeric: true },
        { label: t("pictures:loss.column.room"), numeric: true },
        { label: t("pictures:loss.column.taken"), numeric: true },
      ]}
      rows={props.rounds.flatMap(({ number, rows }) =>
        rows.map(({ party, offeredVnd, takenVnd, roomVnd }) => ({
          key: `${number} ${party.id}`,
          cells: [
            `${party.key} ${nameOf(party.names, lang)}`,
            String(number),
            money(offeredVnd, "–"),
            money(roomVnd, t("pictures:loss.noCap")),
            money(takenVnd, "–"),
          ],
        })),
      )}
    />
  );
}
