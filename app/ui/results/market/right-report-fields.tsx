import { FILED_KINDS, MOST_OWNERS, OFFICE_EVENTS } from "#app/domain/results/profile/right.ts";
import type { ReportableRight } from "#app/domain/results/reports/report.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { Select } from "#app/ui/form/choices.tsx";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { textOf } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { rightWords } from "./words.ts";

type Part = { form: FormState };

const BLANK_OWNERS = 2;

/** A right that was filed after the publication, with its owners. */
export function FiledRightFields({ form }: Part) {
  const { t } = useLanguage();
  return (
    <>
      <Select
        name="right"
        label={t("results:form.rightKind")}
        empty={t("results:form.choose")}
        options={FILED_KINDS.map((value) => ({ value, label: t(`results:right.${value}`) }))}
        form={form}
      />
      <Field name="office" label={t("results:form.office")} form={form} />
      <Field name="applicationNo" label={t("reports:form.applicationNo")} form={form} />
      <DateField name="onDate" label={t("reports:form.filedOn")} form={form} />
      <DateField
        name="disclosedOn"
        label={t("results:form.disclosedOn")}
        hint={t("results:form.disclosedHint")}
        optional
        form={form}
      />
      <DateField name="expiresOn" label={t("profile:form.expiresOn")} optional form={form} />
      <OwnerFields form={form} />
    </>
  );
}

function OwnerFields({ form }: Part) {
  const { t } = useLanguage();
  const all = Array.from({ length: MOST_OWNERS }, (_, index) => index + 1);
  const last = all.findLast((number) => textOf(form, `owner${number}`) !== "") ?? 0;
  return (
    <fieldset className="rowset">
      <legend>{t("profile:page.owners")}</legend>
      <p className="hint">{t("reports:form.ownersHint")}</p>
      <div className="grid">
        {all.slice(0, last + BLANK_OWNERS).map((number) => (
          <div className="grid span" key={number}>
            <Field
              name={`owner${number}`}
              label={t("profile:form.owner", { number })}
              optional={number > 1}
              form={form}
            />
            <Field
              name={`share${number}`}
              label={t("profile:form.share", { number })}
              unit="%"
              size={9}
              inputMode="decimal"
              optional={number > 1}
              form={form}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** What an office did with one of the rights that the result has. */
export function RightEventFields({ form, rights }: Part & { rights: readonly ReportableRight[] }) {
  const { t } = useLanguage();
  return (
    <>
      <Select
        name="right"
        label={t("reports:form.right")}
        empty={t("results:form.choose")}
        options={rights.map(({ id, kind, ...right }) => ({
          value: id,
          label: rightWords({ ...right, right: kind }, t),
        }))}
        form={form}
      />
      <Select
        name="event"
        label={t("reports:form.event")}
        empty={t("results:form.choose")}
        options={OFFICE_EVENTS.map((value) => ({ value, label: t(`profile:event.${value}`) }))}
        form={form}
      />
      <DateField name="onDate" label={t("reports:form.onDate")} form={form} />
      <Field
        name="reference"
        label={t("reports:form.reference")}
        hint={t("reports:form.referenceHint")}
        optional
        form={form}
      />
      <DateField
        name="expiresOn"
        label={t("profile:form.expiresOn")}
        hint={t("reports:form.expiresHint")}
        optional
        form={form}
      />
    </>
  );
}
