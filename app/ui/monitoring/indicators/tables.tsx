import type { BodyIndicators, Indicators } from "#app/domain/monitoring/indicators/indicators.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { ThinBar } from "#app/ui/blocks/stats.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { ageRange, GapWords, RateWords } from "./rate.tsx";

type Ranked = { enough: readonly BodyIndicators[]; few: readonly BodyIndicators[] };

/** How old the open recommendations are: a bar for each class, and its count. */
export function AgeTable({ all }: { all: Indicators }) {
  const { t, format } = useLanguage();
  const open = all.ages.reduce((sum, count) => sum + count, 0);
  return (
    <table className="bars">
      <caption className="vh">{t("monitoring:indicators.ages")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("monitoring:indicators.ageClass")}</th>
          <th scope="col">{t("monitoring:indicators.n", { count: open })}</th>
          <th scope="col" className="n">
            {t("monitoring:indicators.count")}
          </th>
        </tr>
      </thead>
      <tbody>
        {all.ages.map((count, place) => (
          <tr key={ageRange(t, place)}>
            <th scope="row">{ageRange(t, place)}</th>
            <td className="bar">
              <ThinBar sharePpm={open === 0 ? 0 : Math.round((count * 1_000_000) / open)} />
            </td>
            <td className="n">{format.number(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Bodies with enough cases in the order of their rate; the others folded away, by name. */
export function BodyTables({ kind, ranked }: { kind: "completion" | "recommendations"; ranked: Ranked }) {
  const { t } = useLanguage();
  const { enough, few } = ranked;
  const isCompletion = kind === "completion";
  const title = t(`monitoring:indicators.${isCompletion ? "completionOf" : "recommendationsOf"}`);
  const count = few.length;
  const fewTitle = t(`monitoring:indicators.${isCompletion ? "fewCompletion" : "fewRecommendations"}`, { count });
  const Table = isCompletion ? CompletionTable : RecommendationTable;
  if (enough.length + count === 0) return null;
  return (
    <div className="flow tight">
      <h3>{title}</h3>
      {enough.length > 0 ? <Table caption={title} bodies={enough} /> : null}
      {count > 0 ? (
        <details className="data" open={enough.length === 0}>
          <summary>{fewTitle}</summary>
          <Table caption={fewTitle} bodies={few} />
        </details>
      ) : null}
    </div>
  );
}

type Rows = { caption: string; bodies: readonly BodyIndicators[] };

function CompletionTable({ caption, bodies }: Rows) {
  const { t } = useLanguage();
  const columns = (["selfHigh", "verifiedHigh", "gap"] as const).map((name) => ({
    label: t(`monitoring:indicators.${name}`),
    numeric: true,
  }));
  return (
    <StackTable
      caption={caption}
      columns={[{ label: t("monitoring:indicators.body"), heads: true }, ...columns]}
      rows={bodies.map(({ body, indicators }) => ({
        key: body.code,
        cells: [
          <Body key="body" body={body} />,
          <RateWords key="self" rate={indicators.selfHigh} />,
          <RateWords key="verified" rate={indicators.verifiedHigh} />,
          <GapWords key="gap" gap={indicators.gap} />,
        ],
      }))}
    />
  );
}

function RecommendationTable({ caption, bodies }: Rows) {
  const { t } = useLanguage();
  const columns = (["implemented", "closed", "answered", "overdue", "medianDays"] as const).map((name) => ({
    label: t(`monitoring:indicators.${name}`),
    numeric: true,
  }));
  return (
    <StackTable
      caption={caption}
      roomy
      columns={[{ label: t("monitoring:indicators.body"), heads: true }, ...columns]}
      rows={bodies.map(({ body, indicators: { implemented, closed, answered, overdue, medianDays } }) => ({
        key: body.code,
        cells: [
          <Body key="body" body={body} />,
          ...[implemented, closed, answered, overdue].map((rate, place) => (
            <RateWords key={columns[place]?.label} rate={rate} />
          )),
          medianDays === null ? (
            <span key="median" className="soft">
              {t("monitoring:indicators.undefined")}
            </span>
          ) : (
            t("monitoring:indicators.days", { count: medianDays })
          ),
        ],
      }))}
    />
  );
}

function Body({ body }: Pick<BodyIndicators, "body">) {
  const { lang } = useLanguage();
  return (
    <a href={`/${lang}/organisations/${body.code}`}>
      <PartyBadge house={body.house} name={pickText(body.name, lang)?.text ?? body.code} />
    </a>
  );
}
