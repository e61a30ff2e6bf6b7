import type { ReactNode } from "react";
import { EXPLOITATION_KINDS } from "#app/domain/results/exploitation.ts";
import { MOST_OWNERS } from "#app/domain/results/profile/right.ts";
import { MOST_MONTHS, REPORT_LENGTHS } from "#app/domain/results/reports/report.schema.ts";
import type { ReportableRight, ReportKind } from "#app/domain/results/reports/report.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { Checkbox, Select, type SelectOption } from "#app/ui/form/choices.tsx";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { textOf } from "#app/ui/form/form-state.ts";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { FiledRightFields, RightEventFields } from "./right-report-fields.tsx";

type Part = { form: FormState };
/** What a kind of report chooses from; empty for the others. */
type Choices = { rights: readonly ReportableRight[]; levels: readonly SelectOption[] };

/** The fields of a report, kind by kind, and what every report has: evidence, and a reason where something fell. */
export function ReportFields({ kind, form, rights, levels }: Part & Choices & { kind: ReportKind }) {
  const { t } = useLanguage();
  const fields: Record<ReportKind, ReactNode> = {
    READINESS: <ReadinessFields form={form} levels={levels} />,
    ACT: <ActFields form={form} />,
    REVENUE: <RevenueFields form={form} />,
    LOCALISATION: <LocalisationFields form={form} />,
    RIGHT: <FiledRightFields form={form} />,
    RIGHT_EVENT: <RightEventFields form={form} rights={rights} />,
  };
  return (
    <>
      {fields[kind]}
      <Field
        name="evidence"
        label={t("reports:form.evidence")}
        hint={t("reports:form.evidenceHint")}
        maxLength={REPORT_LENGTHS.evidence.max}
        form={form}
      />
      {kind === "READINESS" || kind === "REVENUE" ? (
        <TextArea
          name="reason"
          label={t("reports:form.reason")}
          rows={3}
          max={REPORT_LENGTHS.reason.max}
          optional
          form={form}
        />
      ) : null}
    </>
  );
}

function ReadinessFields({ form, levels }: Part & Pick<Choices, "levels">) {
  const { t } = useLanguage();
  return (
    <>
      <Select
        name="level"
        label={t("reports:form.level")}
        empty={t("results:form.choose")}
        options={levels}
        form={form}
      />
      <DateField name="onDate" label={t("reports:form.onDate")} form={form} />
    </>
  );
}

function ActFields({ form }: Part) {
  const { t } = useLanguage();
  return (
    <>
      <input type="hidden" name="interest" value={textOf(form, "interest")} />
      <Select
        name="act"
        label={t("reports:form.act")}
        empty={t("results:form.choose")}
        options={EXPLOITATION_KINDS.map((value) => ({ value, label: t(`results:act.${value}`) }))}
        form={form}
      />
      <DateField name="onDate" label={t("reports:form.onDate")} form={form} />
      <Field name="counterparty" label={t("reports:form.counterparty")} optional form={form} />
      <Field name="territory" label={t("reports:form.territory")} optional form={form} />
      <Field
        name="revenue"
        label={t("reports:form.revenue")}
        hint={t("reports:form.amountHint")}
        optional
        form={form}
      />
    </>
  );
}

function PeriodFields({ form }: Part) {
  const { t } = useLanguage();
  const hint = t("reports:form.monthHint", { max: MOST_MONTHS });
  return (
    <>
      <Field name="first" label={t("reports:form.first")} hint={hint} size={10} form={form} />
      <Field name="last" label={t("reports:form.last")} size={10} form={form} />
    </>
  );
}

function RevenueFields({ form }: Part) {
  const { t } = useLanguage();
  const hint = t("reports:form.amountHint");
  return (
    <>
      <PeriodFields form={form} />
      <Field name="gross" label={t("reports:form.gross")} hint={hint} unit="₫" form={form} />
      <Field name="cost" label={t("reports:form.cost")} unit="₫" form={form} />
      <Field
        name="profitAfterTax"
        label={t("reports:form.profitAfterTax")}
        hint={t("reports:form.profitHint")}
        unit="₫"
        form={form}
      />
      <Checkbox name="sumsPublic" label={t("reports:form.sumsPublic")} form={form} />
    </>
  );
}

function LocalisationFields({ form }: Part) {
  const { t } = useLanguage();
  const hint = t("reports:form.amountHint");
  return (
    <>
      <p>{t("reports:form.localLede")}</p>
      <PeriodFields form={form} />
      <Field name="price" label={t("reports:form.price")} hint={hint} unit="₫" optional form={form} />
      <Field name="domesticValueAdded" label={t("reports:form.domesticValueAdded")} unit="₫" optional form={form} />
      <Field name="cost" label={t("reports:form.productionCost")} unit="₫" optional form={form} />
      <Field name="domesticCost" label={t("reports:form.domesticCost")} unit="₫" optional form={form} />
      <Field name="coreTech" label={t("reports:form.coreTech")} unit="%" size={10} optional form={form} />
      <Field name="domesticDemand" label={t("reports:form.domesticDemand")} unit="%" size={10} optional form={form} />
      <Checkbox name="sumsPublic" label={t("reports:form.sumsPublic")} form={form} />
    </>
  );
}

/** The names of all fields of a report in the order of its form, for the summary of errors. */
export function reportLabels(kind: ReportKind, t: Translate): Record<string, string> {
  const shown = {
    ...{ evidence: t("reports:form.evidence"), reason: t("reports:form.reason") },
    files: t("reports:file.label"),
  };
  if (kind === "RIGHT" || kind === "RIGHT_EVENT") return { ...rightLabels(kind, t), ...shown };
  const cost = t(kind === "LOCALISATION" ? "reports:form.productionCost" : "reports:form.cost");
  return {
    level: t("reports:form.level"),
    act: t("reports:form.act"),
    onDate: t("reports:form.onDate"),
    counterparty: t("reports:form.counterparty"),
    territory: t("reports:form.territory"),
    revenue: t("reports:form.revenue"),
    first: t("reports:form.first"),
    last: t("reports:form.last"),
    gross: t("reports:form.gross"),
    price: t("reports:form.price"),
    domesticValueAdded: t("reports:form.domesticValueAdded"),
    cost,
    domesticCost: t("reports:form.domesticCost"),
    profitAfterTax: t("reports:form.profitAfterTax"),
    coreTech: t("reports:form.coreTech"),
    domesticDemand: t("reports:form.domesticDemand"),
    ...shown,
  };
}

function rightLabels(kind: ReportKind, t: Translate): Record<string, string> {
  const numbers = Array.from({ length: MOST_OWNERS }, (_, index) => index + 1);
  return {
    right: t(kind === "RIGHT" ? "results:form.rightKind" : "reports:form.right"),
    office: t("results:form.office"),
    applicationNo: t("reports:form.applicationNo"),
    event: t("reports:form.event"),
    onDate: t(kind === "RIGHT" ? "reports:form.filedOn" : "reports:form.onDate"),
    disclosedOn: t("results:form.disclosedOn"),
    reference: t("reports:form.reference"),
    expiresOn: t("profile:form.expiresOn"),
    ...Object.fromEntries(
      numbers.flatMap((number) => [
        [`owner${number}`, t("profile:form.owner", { number })],
        [`share${number}`, t("profile:form.share", { number })],
      ]),
    ),
  };
}
