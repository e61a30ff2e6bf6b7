import { MOST_CO_FUNDING } from "#app/domain/initiatives/initiative.schema.ts";
import type { Track } from "#app/domain/initiatives/initiative.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { Checkboxes, RadioGroup, Select } from "#app/ui/form/choices.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { listOf } from "#app/ui/form/form-state.ts";
import { rowsOf } from "#app/ui/initiatives/form/form-rows.ts";
import { PartLevelField } from "#app/ui/initiatives/form/part-level.tsx";
import type { ListNames } from "#app/ui/initiatives/words.ts";
import { useLanguage } from "#app/ui/language.tsx";

/** Readiness, field of science, place, products of the strategic catalogue. */
export function FieldStep({ form, names, track }: { form: FormState; names: ListNames; track: Track }) {
  const { t } = useLanguage();
  return (
    <>
      <RadioGroup
        name="maturityTrl"
        label={t("initiatives:form.maturityTrl.label")}
        hint={t("initiatives:form.maturityTrl.hint")}
        choices={names.levels.map(({ level, name }) => ({
          value: String(level),
          label: (
            <>
              <b>{level}</b> {name}
            </>
          ),
        }))}
        columns
        form={form}
      />
      <FieldOfScience form={form} names={names} />
      <Select
        name="provinceCode"
        label={t("initiatives:form.provinceCode.label")}
        hint={t("initiatives:form.provinceCode.hint")}
        empty={t("initiatives:form.provinceCode.empty")}
        options={names.provinces.map(({ code, name }) => ({ value: code, label: name }))}
        form={form}
      />
      <Products form={form} names={names} isNeeded={track === "BREAKTHROUGH"} />
    </>
  );
}

/** The narrow fields under their broad ones. */
export function FieldOfScience({ form, names }: { form: FormState; names: ListNames }) {
  const { t } = useLanguage();
  const groups = names.fields
    .filter((broad) => broad.parentCode === null)
    .map((broad) => ({
      label: broad.name,
      options: names.fields
        .filter((one) => one.parentCode === broad.code)
        .map(({ code, name }) => ({ value: code, label: name })),
    }));
  return (
    <Select
      name="fordCode"
      label={t("initiatives:form.fordCode.label")}
      empty={t("initiatives:form.fordCode.empty")}
      options={groups}
      form={form}
    />
  );
}

/** The products in force; folded away until one is chosen, where none is needed. */
export function Products(props: { form: FormState; names: ListNames; isNeeded?: boolean }) {
  const { form, names, isNeeded = false } = props;
  const { t } = useLanguage();
  const isOpen =
    isNeeded || listOf(form, "productCodes").some((code) => code !== "") || Boolean(form.errors["productCodes"]);
  return (
    <details className="data field" open={isOpen}>
      <summary>{t("initiatives:form.productCodes.show", { count: names.products.length })}</summary>
      <Checkboxes
        name="productCodes"
        label={t("initiatives:form.productCodes.label")}
        hint={t(isNeeded ? "checklist:oneOrMore" : "initiatives:form.productCodes.hint")}
        choices={names.products.map(({ code, number, name }) => ({ value: code, label: `${number}. ${name}` }))}
        form={form}
        optional={!isNeeded}
      />
    </details>
  );
}

/** Funding, duration, what others add. */
export function FundingStep({ form }: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <>
      <Field
        name="requestedFunding"
        label={t("initiatives:form.requestedFunding.label")}
        hint={t("initiatives:form.requestedFunding.hint")}
        unit="₫"
        size={24}
        autoComplete="off"
        form={form}
      />
      <Field
        name="durationMonths"
        label={t("initiatives:form.durationMonths.label")}
        hint={t("initiatives:form.durationMonths.hint")}
        unit={t("initiatives:form.durationMonths.unit")}
        size={4}
        inputMode="numeric"
        autoComplete="off"
        form={form}
      />
      <CoFunding form={form} />
      <PartLevelField part="funding" form={form} />
    </>
  );
}

/** What others add: source and amount, row by row. */
function CoFunding({ form }: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <fieldset className="field">
      <legend>{t("initiatives:form.coFunding.legend")}</legend>
      <p className="hint">{t("initiatives:form.coFunding.hint")}</p>
      {rowsOf(form, "coFunding", "source", MOST_CO_FUNDING).map((row) => {
        const which = <span className="vh">, {t("initiatives:form.coFunding.row", { number: row + 1 })}</span>;
        return (
          <div className="pair" key={row}>
            <Field
              name={`coFunding[${row}].source`}
              label={
                <>
                  {t("initiatives:form.coFunding.source")}
                  {which}
                </>
              }
              autoComplete="off"
              form={form}
            />
            <Field
              name={`coFunding[${row}].amount`}
              label={
                <>
                  {t("initiatives:form.coFunding.amount")}
                  {which}
                </>
              }
              autoComplete="off"
              form={form}
            />
          </div>
        );
      })}
      <p className="hint s">{t("initiatives:form.moreRows")}</p>
    </fieldset>
  );
}
