import type { ReadVariant } from "#app/domain/partnerships/workbench/read-variant.ts";
import { sharesOf } from "#app/domain/partnerships/workbench/variant.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { type WorkbenchParty, yearLabel } from "#app/ui/partnerships/workbench/variant-form.ts";

type Props = { variant: ReadVariant["variant"]; parties: readonly WorkbenchParty[] };

/** What a saved variant says: shares and caps, scenarios, years, rates. */
export function VariantTerms({ variant, parties }: Props) {
  const { t, format } = useLanguage();
  return (
    <>
      <SharesTable variant={variant} parties={parties} />
      {variant.scenarios.length > 0 ? (
        <StackTable
          caption={t("workbench:scenarios.title")}
          captioned
          columns={[
            { label: t("workbench:scenarios.name"), heads: true },
            { label: t("workbench:scenarios.chance"), numeric: true },
            { label: t("workbench:scenarios.value"), numeric: true },
          ]}
          rows={variant.scenarios.map(({ name, probabilityPpm, valueVnd }, place) => ({
            key: `${place} ${name}`,
            cells: [name, format.percent(probabilityPpm), format.money(valueVnd)],
          }))}
        />
      ) : null}
      {variant.profitsVnd.length > 0 ? (
        <StackTable
          caption={t("workbench:years.title")}
          captioned
          columns={[
            { label: t("workbench:years.one"), heads: true },
            { label: t("workbench:years.profit"), numeric: true },
          ]}
          rows={variant.profitsVnd.map((vnd, place) => ({
            key: String(place),
            cells: [yearLabel(place + 1, t), format.money(vnd)],
          }))}
        />
      ) : null}
      <Rates variant={variant} parties={parties} />
    </>
  );
}

function SharesTable({ variant, parties }: Props) {
  const { t, format } = useLanguage();
  const [capital, risk, profit] = (["CAPITAL", "RISK", "PROFIT"] as const).map(
    (dimension) => new Map(sharesOf(variant.parties, dimension).map(({ party, ppm }) => [party, ppm])),
  );
  const caps = new Map(variant.parties.map(({ party, capVnd }) => [party, capVnd]));
  return (
    <StackTable
      caption={t("workbench:shares.title")}
      captioned
      columns={[
        { label: t("share:table.party"), heads: true },
        { label: t("share:capital"), numeric: true },
        { label: t("share:risk"), numeric: true },
        { label: t("share:profit"), numeric: true },
        { label: t("workbench:field.cap"), numeric: true },
      ]}
      rows={parties.map(({ id, key, house, name }) => {
        const cap = caps.get(id) ?? null;
        return {
          key: id,
          cells: [
            <PartyBadge key="party" house={house} name={`${key} ${name}`} />,
            ...[capital, risk, profit].map((ppm) => format.percent(ppm?.get(id) ?? 0)),
            cap === null ? t("workbench:noCap") : format.money(cap),
          ],
        };
      })}
    />
  );
}

function Rates({ variant, parties }: Props) {
  const { t, format } = useLanguage();
  const { tiers } = variant;
  const host = parties.find(({ id }) => id === tiers?.host);
  return (
    <Facts
      facts={[
        { term: t("workbench:field.total"), value: format.money(variant.capitalVnd) },
        { term: t("workbench:field.discount"), value: format.percent(variant.discountPpm) },
        { term: t("workbench:field.reserve"), value: format.percent(variant.reservePpm) },
        { term: t("workbench:field.preferred"), value: format.percent(variant.preferredPpm) },
        ...(tiers
          ? [
              { term: t("workbench:field.host"), value: host ? `${host.key} ${host.name}` : t("workbench:undefined") },
              { term: t("workbench:field.point"), value: t(`workbench:tiers.${tiers.authorRewardPoint}`) },
              { term: t("workbench:field.budget"), value: format.percent(tiers.budgetFundedPpm) },
              { term: t("workbench:field.author"), value: format.percent(tiers.authorRewardRatePpm) },
              { term: t("workbench:field.intermediary"), value: format.percent(tiers.intermediaryRatePpm) },
            ]
          : [{ term: t("workbench:tiers.title"), value: t("workbench:tiers.none") }]),
      ]}
    />
  );
}
