import type { ComponentProps } from "react";
import type { PartnershipForm } from "#app/domain/partnerships/partnership.schema.ts";
import type { FormFacts } from "#app/domain/partnerships/terms/form-facts.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { Tabs } from "#app/ui/frame/tabs.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { RecordSeal } from "#app/ui/marks/record-seal.tsx";
import { AgreementShares } from "#app/ui/partnerships/agreement-shares.tsx";
import { AmendmentList, type ShownAmendment } from "#app/ui/partnerships/amendments/amendment-list.tsx";
import { AppraisalList, type ShownAppraisal } from "#app/ui/partnerships/appraisals/appraisal-list.tsx";
import { RunList } from "#app/ui/partnerships/distributions/run-list.tsx";
import type { ListedParty } from "#app/ui/partnerships/party-list.tsx";
import { ShareChanges } from "#app/ui/partnerships/share-changes.tsx";
import { SharePeriods, type ShareStretch } from "#app/ui/partnerships/share-periods.tsx";
import { type SignatureRow, SignatureTable } from "#app/ui/partnerships/signature-table.tsx";
import { FormSection } from "#app/ui/partnerships/terms/form-section.tsx";

export type ShownAgreement = {
  productCode: string;
  version: number;
  from: string;
  signedAt: string;
  textSha256: string;
  profitConfidential: boolean;
  formFacts: FormFacts | null;
  parties: readonly ListedParty[];
  signatures: readonly SignatureRow[];
  stretches: readonly ShareStretch[];
  /** its entry of the public record */
  entry: { entryNo: number; hash: string } | null;
  /** in force, the newest first */
  amendments: readonly ShownAmendment[];
  /** the oldest first */
  appraisals: readonly ShownAppraisal[];
  /** locked, the newest first */
  runs: ComponentProps<typeof RunList>["runs"];
};

type Shares = ComponentProps<typeof AgreementShares>;

/** One signed agreement: its shares on a day, all its periods, its signatures. Other products are a tab away. */
export function AgreementSections(props: {
  base: string;
  form: PartnershipForm;
  products: readonly { code: string; name: string }[];
  agreement: ShownAgreement;
  question: Shares["question"];
  ribbon: Shares["parties"];
  withheld: boolean;
  totalValueVnd: string | null;
  today: string;
}) {
  const { t, format } = useLanguage();
  const { agreement } = props;
  const signed = t("partnerships:agreementOf", {
    version: String(agreement.version),
    date: format.dateTime(agreement.signedAt),
  });
  return (
    <>
      <Section id="shares-section" title={t("partnerships:shares.title")} aside={signed}>
        <Products base={props.base} products={props.products} current={agreement.productCode} />
        <AgreementShares
          action={props.base}
          product={agreement.productCode}
          question={props.question}
          parties={props.ribbon}
          withheld={props.withheld}
        />
        {agreement.entry ? (
          <RecordSeal
            entryNo={agreement.entry.entryNo}
            hash={agreement.entry.hash}
            statement={t("partnerships:onRecord", { count: agreement.parties.length })}
          />
        ) : null}
      </Section>
      <Periods base={props.base} agreement={agreement} today={props.today} />
      <FormSection form={props.form} facts={agreement.formFacts} sourceHref="#signatures" />
      <RunList runs={agreement.runs} />
      <AmendmentList amendments={agreement.amendments} totalValueVnd={props.totalValueVnd} />
      {agreement.appraisals.length > 0 ? (
        <Section id="appraisals" title={t("appraisals:history")} aside={t("appraisals:aside")}>
          <AppraisalList appraisals={agreement.appraisals} />
        </Section>
      ) : null}
      <Section id="signatures" title={t("partnerships:signatures.title")} aside={t("partnerships:signatures.aside")}>
        <SignatureTable
          caption={t("partnerships:signatures.title")}
          hash={agreement.textSha256}
          rows={agreement.signatures}
        />
      </Section>
    </>
  );
}

/** Every period of the agreement: the picture where the shares change, and the table. */
function Periods(props: { base: string; agreement: ShownAgreement; today: string }) {
  const { t } = useLanguage();
  const { agreement } = props;
  // the newest first: the first that reaches back to the day is the one that said so last
  const sourceOf = (from: string) => {
    const amendment = agreement.amendments.find(({ effectiveFrom }) => effectiveFrom <= from);
    if (!amendment) return { label: t("partnerships:agreementText"), href: "#signatures" };
    return { label: t("amendments:one", { number: String(amendment.number) }), href: "#amendments" };
  };
  return (
    <Section id="periods" title={t("partnerships:period.title")} aside={t("partnerships:period.aside")}>
      <ShareChanges
        parties={agreement.parties}
        stretches={agreement.stretches}
        amendments={agreement.amendments}
        profitWithheld={agreement.profitConfidential}
        today={props.today}
      />
      <SharePeriods
        caption={t("partnerships:period.title")}
        parties={agreement.parties}
        stretches={agreement.stretches}
        sourceOf={sourceOf}
      />
      <p className="src">
        <a href={`${props.base}/shares.csv`} type="text/csv">
          {t("exports:sharesCsv")}
        </a>
      </p>
      {agreement.profitConfidential ? <Notice>{t("partnerships:source.withheld")}</Notice> : null}
    </Section>
  );
}

function Products(props: { base: string; products: readonly { code: string; name: string }[]; current: string }) {
  const { t } = useLanguage();
  const { products } = props;
  if (products.length === 1)
    return (
      <p>
        {t("partnerships:product")}: <strong>{products[0]?.name}</strong>
      </p>
    );
  return (
    <Tabs
      label={t("partnerships:products")}
      tabs={products.map(({ code, name }) => ({
        label: name,
        href: `${props.base}?product=${code}`,
        current: code === props.current,
      }))}
    />
  );
}
