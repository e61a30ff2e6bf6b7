import { FUNDING_SOURCES } from "#app/domain/catalogue/funding-source.ts";
import { EXPLOITATION_KINDS } from "#app/domain/results/exploitation.ts";
import { MOST } from "#app/domain/results/result.schema.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { Select } from "#app/ui/form/choices.tsx";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { RowSet } from "#app/ui/results/form/row-set.tsx";

type Props = { form: FormState };

export function ReadinessFields(props: Props & { levels: readonly { value: string; label: string }[] }) {
  const { t } = useLanguage();
  const { form } = props;
  return (
    <>
      <p>{t("results:form.readinessLede", { rule: t("results:form.readinessRule") })}</p>
      <RowSet name="readiness" form={form} most={MOST.readiness}>
        {(prefix) => (
          <>
            <Select
              name={`${prefix}.level`}
              label={t("results:form.level")}
              empty={t("results:form.choose")}
              options={props.levels}
              form={form}
            />
            <DateField name={`${prefix}.onDate`} label={t("results:form.reachedOn")} form={form} />
            <Field
              name={`${prefix}.evidence`}
              label={t("results:form.evidence")}
              hint={t("results:form.evidenceHint")}
              form={form}
            />
          </>
        )}
      </RowSet>
    </>
  );
}

export function AuthorFields(props: Props & { sum: string }) {
  const { t } = useLanguage();
  const { form } = props;
  return (
    <>
      <p>{t("results:form.authorsLede")}</p>
      <p className="s soft">{t("results:form.authorsSum", { sum: props.sum })}</p>
      <RowSet name="authors" form={form} most={MOST.authors}>
        {(prefix) => (
          <>
            <Field name={`${prefix}.name`} label={t("results:form.authorName")} form={form} />
            <Field name={`${prefix}.affiliation`} label={t("results:form.affiliation")} optional form={form} />
            <Field
              name={`${prefix}.contribution`}
              label={t("results:form.contribution")}
              unit="%"
              size={9}
              inputMode="decimal"
              form={form}
            />
          </>
        )}
      </RowSet>
    </>
  );
}

export function ActFields({ form }: Props) {
  const { t } = useLanguage();
  const kinds = EXPLOITATION_KINDS.map((value) => ({ value, label: t(`results:act.${value}`) }));
  return (
    <RowSet name="acts" form={form} most={MOST.exploitation}>
      {(prefix) => (
        <>
          <Select
            name={`${prefix}.kind`}
            label={t("results:form.actKind")}
            empty={t("results:form.choose")}
            options={kinds}
            form={form}
          />
          <DateField name={`${prefix}.onDate`} label={t("results:form.actDate")} form={form} />
          <Field name={`${prefix}.counterparty`} label={t("results:form.counterparty")} optional form={form} />
          <Field name={`${prefix}.territory`} label={t("results:form.territory")} optional form={form} />
          <Field
            name={`${prefix}.revenue`}
            label={t("results:form.revenue")}
            hint={t("results:form.revenueHint")}
            optional
            form={form}
          />
          <Field
            name={`${prefix}.evidence`}
            label={t("results:form.evidence")}
            hint={t("results:form.evidenceHint")}
            form={form}
          />
        </>
      )}
    </RowSet>
  );
}

export function FundingFields({ form }: Props) {
  const { t } = useLanguage();
  const sources = FUNDING_SOURCES.map((value) => ({ value, label: t(`results:source.${value}`) }));
  return (
    <RowSet name="funding" form={form} most={MOST.funding}>
      {(prefix) => (
        <>
          <Select
            name={`${prefix}.source`}
            label={t("results:form.source")}
            empty={t("results:form.choose")}
            options={sources}
            form={form}
          />
          <Field
            name={`${prefix}.amount`}
            label={t("results:form.amount")}
            hint={t("results:form.revenueHint")}
            form={form}
          />
        </>
      )}
    </RowSet>
  );
}
