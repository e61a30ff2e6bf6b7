import type { AgreementState } from "#app/domain/partnerships/partnership.ts";
import { useLanguage } from "#app/ui/language.tsx";

export type AgreementRow = {
  productCode: string;
  product: string;
  state: AgreementState;
  from: string;
  lastOn: string | null;
  hasShares: boolean;
  signed: number;
  parties: number;
  /** what the reader does next: records shares, checks the draft, signs, reads, amends, or reads what is proposed */
  next: "shares" | "check" | "sign" | "read" | "amend" | "amendment";
};

/** Signed: capital is recorded from then on. */
const MONEY_STATES: readonly AgreementState[] = ["SIGNED", "ACTIVE", "AMENDING"];

/** The agreements of a partnership, one for each product, with the next thing to do. */
export function AgreementRows(props: {
  base: string;
  agreements: readonly AgreementRow[];
  /** variants are weighed by members that joined, and read by the auditor */
  mayWeigh: boolean;
}) {
  const { t, format } = useLanguage();
  return (
    <ul className="list">
      {props.agreements.map((agreement) => (
        <li className="hit" key={agreement.productCode}>
          <h3>
            <a href={hrefOf(agreement)}>{agreement.product}</a>
          </h3>
          <p>
            {agreement.lastOn
              ? t("partnerships:period.fromTo", {
                  from: format.date(agreement.from),
                  to: format.date(agreement.lastOn),
                })
              : t("partnerships:period.from", { from: format.date(agreement.from) })}
            {" · "}
            {t(`partnerships:agreementState.${agreement.state}`)}
            {agreement.state === "AGREED_DRAFT"
              ? ` · ${t("partnerships:signatures.progress", { signed: agreement.signed, count: agreement.parties })}`
              : null}
          </p>
          <p className="meta">
            <a href={hrefOf(agreement)}>{t(`partnerships:manage.next.${agreement.next}`)}</a>
            {MONEY_STATES.includes(agreement.state) ? (
              <>
                {" · "}
                <a href={`${props.base}/agreements/${agreement.productCode}/capital`}>{t("money:own.title")}</a>
              </>
            ) : null}
            {agreement.state === "ACTIVE" || agreement.state === "AMENDING" ? (
              <>
                {" · "}
                <a href={`${props.base}/agreements/${agreement.productCode}/distributions`}>
                  {t("distributions:manage")}
                </a>
              </>
            ) : null}
            {props.mayWeigh ? (
              <a href={`${props.base}/agreements/${agreement.productCode}/workbench`}>{t("workbench:link")}</a>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  );

  function hrefOf({ productCode, next }: AgreementRow): string {
    return next === "read" ? `${props.base}?product=${productCode}` : `${props.base}/agreements/${productCode}/${next}`;
  }
}
