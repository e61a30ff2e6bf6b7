import type { ReactNode } from "react";
import type { CriterionMean } from "#app/domain/initiatives/desk/ranking.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { Prose } from "#app/ui/initiatives/content.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import type { House } from "#app/ui/marks/house.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { RecordSeal } from "#app/ui/marks/record-seal.tsx";

export type SentDecision = {
  number: number;
  /** a later one corrects it */
  isCorrected: boolean;
  kind: "ACCEPTED" | "REJECTED" | "RETURNED";
  reason: string;
  language: Language;
  legalRef: string | null;
  versionNumber: number;
  decidedAt: string;
  body: { names: Texts; house: House };
};

/** The decision and its reasons, word for word, by whom, on which version, and where it stands on the record. */
export function DecisionSection(props: {
  decisions: readonly SentDecision[];
  seal: { entryNo: number; hash: string } | null;
  children?: ReactNode;
}) {
  const { t, format } = useLanguage();
  const last = props.decisions.at(-1);
  if (!last) return null;
  return (
    <Section
      id="decision"
      title={t("initiatives:decision.title")}
      aside={t("initiatives:decision.aside", {
        date: format.date(format.dayOf(last.decidedAt)),
        version: last.versionNumber,
      })}
    >
      <div className="flow">
        {props.decisions.map((decision) => (
          <div className="flow" key={decision.number}>
            {decision.isCorrected ? <p className="s soft">{t("council:decision.former")}</p> : null}
            <div className="quote flow">
              <p>
                <strong>{t(`initiatives:decision.kind.${decision.kind}`)}</strong>
              </p>
              <Prose text={decision.reason} lang={decision.language} />
            </div>
            <p className="s">
              <PartyBadge house={decision.body.house} name={<Text of={decision.body.names} badge={false} />} />
              {decision.legalRef ? <> {t("initiatives:decision.basis", { reference: decision.legalRef })}</> : null}
            </p>
          </div>
        ))}
        {props.children}
        {props.seal ? <RecordSeal entryNo={props.seal.entryNo} hash={props.seal.hash} /> : null}
      </div>
    </Section>
  );
}

/** The scores on each criterion, from 0 to 100, each ring one person, the bar their mean; the same figures as text. */
export function ScoreTable(props: { rows: readonly CriterionMean[]; total: number | null }) {
  const { t, format } = useLanguage();
  const people = Math.max(0, ...props.rows.map((row) => row.values.length));
  if (people === 0) return null;
  return (
    <figure className="fig">
      <figcaption>
        <b>
          {t("initiatives:score.headline", {
            count: people,
            total: props.total === null ? "" : format.number(props.total, 1),
          })}
        </b>
        <span>{t("initiatives:score.read")}</span>
      </figcaption>
      <table className="bars">
        <caption className="vh">{t("initiatives:score.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("initiatives:score.criterion")}</th>
            <th scope="col">{t("initiatives:score.each")}</th>
            <th scope="col" className="n">
              {t("initiatives:score.mean")}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.criterion}>
              <th scope="row">
                {criterionWords(row.criterion, t)} <span className="soft">{format.percent(row.weightPpm)}</span>
              </th>
              <td className="bar">
                <Dots values={row.values} mean={row.mean} />
                <span className="vh">{row.values.join(", ")}</span>
              </td>
              <td className="n">{format.number(row.mean, 1)}</td>
            </tr>
          ))}
          <tr className="total">
            <th scope="row">{t("initiatives:score.weighted")}</th>
            <td className="bar" />
            <td className="n">{props.total === null ? "" : format.number(props.total, 1)}</td>
          </tr>
        </tbody>
      </table>
    </figure>
  );
}

export function criterionWords(code: string, t: ReturnType<typeof useLanguage>["t"]): string {
  const key = `initiatives:criterion.${code}`;
  return t.has(key) ? t(key) : code;
}

function Dots(props: { values: readonly number[]; mean: number }) {
  const low = Math.min(...props.values);
  const high = Math.max(...props.values);
  return (
    <svg className="ch dots" aria-hidden="true" focusable="false">
      <line className="ax" x1="0" x2="100%" y1="50%" y2="50%" />
      <line className="rng" x1={`${low}%`} x2={`${high}%`} y1="50%" y2="50%" />
      {[...new Set(props.values)].map((value) => (
        <circle key={value} className="dot" cx={`${value}%`} cy="50%" r="4.5" />
      ))}
      <svg x={`${props.mean}%`} y="50%" overflow="visible" aria-hidden="true">
        <path className="p-ink" d="M-1.500-10h3v20h-3Z" />
      </svg>
    </svg>
  );
}
