import { extentOf, type LabelledBar, LabelledBars } from "#app/ui/charts/bars/labelled-bars.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { HouseKey } from "#app/ui/marks/house.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { PartyCell } from "#app/ui/partnerships/capital/party-cell.tsx";
import type { ListedParty } from "#app/ui/partnerships/party-list.tsx";

type Row = { party: ListedParty; contractPpm: number; registerPpm: number; expectedLossVnd: string };
type Shown =
  | { why: "NO_AGREEMENT" | "WITHHELD" | "NOTHING_EXPECTED" }
  | { why: null; rows: readonly Row[]; distancePpm: number };

/** The risk shares that the parties agreed on beside those that their register would justify, and how far they lie apart. */
export function ComparisonSection(props: {
  compared: Shown;
  product: string | null;
  others: readonly { code: string; name: string }[];
  here: string;
  csvHref: string;
}) {
  const { t, format } = useLanguage();
  const { compared, others } = props;
  return (
    <Section id="compare" title={t("risks:compare.title")} aside={props.product ?? undefined}>
      {others.length > 0 ? (
        <p className="s">
          {t("risks:compare.others")}:{" "}
          {others.map(({ code, name }, place) => (
            <span key={code}>
              {place > 0 ? "; " : ""}
              <a href={`${props.here}?product=${code}`}>{name}</a>
            </span>
          ))}
        </p>
      ) : null}
      {compared.why ? (
        <EmptyState title={t(`risks:compare.why.${compared.why}`)} />
      ) : (
        <>
          <p className="read">{t("risks:compare.says", { share: format.percent(compared.distancePpm) })}</p>
          <ComparisonFigure rows={compared.rows} csvHref={props.csvHref} />
        </>
      )}
    </Section>
  );
}

function ComparisonFigure(props: { rows: readonly Row[]; csvHref: string }) {
  const { t, format } = useLanguage();
  const headline = t("risks:compare.headline");
  const drawn = props.rows.filter(({ contractPpm, registerPpm }) => contractPpm > 0 || registerPpm > 0);
  const bars = drawn.flatMap(({ party, contractPpm, registerPpm }): LabelledBar[] => {
    const words = (ppm: number) => ({ party: party.key, share: format.percent(ppm) });
    const { id, house } = party;
    return [
      {
        ...{ key: `${id} contract`, house, amount: BigInt(contractPpm), isHollow: true },
        text: t("risks:compare.contractBar", words(contractPpm)),
      },
      {
        ...{ key: `${id} register`, house, amount: BigInt(registerPpm) },
        text: t("risks:compare.registerBar", words(registerPpm)),
      },
    ];
  });
  return (
    <figure className="fig">
      <figcaption>
        <b>{headline}</b> <span className="soft">{t("risks:compare.read")}</span>
      </figcaption>
      <HouseKey />
      <LabelledBars id="contract-register" title={headline} bars={bars} extent={extentOf(bars)} />
      <StackTable
        caption={headline}
        columns={[
          { label: t("papers:party"), heads: true },
          { label: t("risks:compare.contract"), numeric: true },
          { label: t("risks:compare.register"), numeric: true },
          { label: t("risks:compare.difference"), numeric: true },
          { label: t("risks:compare.expected"), numeric: true },
        ]}
        rows={props.rows.map(({ party, contractPpm, registerPpm, expectedLossVnd }) => ({
          key: party.id,
          cells: [
            <PartyCell key="party" party={party} />,
            format.percent(contractPpm),
            format.percent(registerPpm),
            `${format.number(registerPpm - contractPpm)} ppm`,
            format.money(BigInt(expectedLossVnd)),
          ],
        }))}
      />
      <p className="src">
        <a href={props.csvHref} type="text/csv">
          {t("pictures:csv")}
        </a>
      </p>
    </figure>
  );
}
