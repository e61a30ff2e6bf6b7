import { IP_KINDS } from "#app/domain/results/exploitation.ts";
import { MOST_EVENTS, MOST_OWNERS, MOST_RIGHTS, OFFICE_EVENTS } from "#app/domain/results/profile/right.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { Select } from "#app/ui/form/choices.tsx";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { RowSet } from "#app/ui/results/form/row-set.tsx";

type Props = { form: FormState };
type PartProps = Props & { prefix: string };

/** Rights in a result: what each is, who owns how much of it, and what offices did, one after the other. */
export function RightFields({ form }: Props) {
  const { t } = useLanguage();
  return (
    <>
      <p>{t("profile:form.rightsLede")}</p>
      <RowSet name="rights" form={form} most={MOST_RIGHTS}>
        {(prefix) => (
          <>
            <Select
              name={`${prefix}.kind`}
              label={t("results:form.rightKind")}
              empty={t("results:form.choose")}
              options={IP_KINDS.map((value) => ({ value, label: t(`results:right.${value}`) }))}
              form={form}
            />
            <Field name={`${prefix}.office`} label={t("results:form.office")} optional form={form} />
            <Field name={`${prefix}.applicationNo`} label={t("results:form.applicationNo")} optional form={form} />
            <DateField
              name={`${prefix}.disclosedOn`}
              label={t("results:form.disclosedOn")}
              hint={t("results:form.disclosedHint")}
              optional
              form={form}
            />
            <DateField name={`${prefix}.expiresOn`} label={t("profile:form.expiresOn")} optional form={form} />
            <Owners prefix={prefix} form={form} />
            <Events prefix={prefix} form={form} />
          </>
        )}
      </RowSet>
    </>
  );
}

function Owners({ prefix, form }: PartProps) {
  const { t } = useLanguage();
  return numbersOf(form, prefix, "owner", MOST_OWNERS, 1).map((number) => (
    <div className="grid span" key={number}>
      <Field
        name={`${prefix}.owner${number}`}
        label={t("profile:form.owner", { number })}
        hint={number === 1 ? t("profile:form.ownerHint") : undefined}
        optional
        form={form}
      />
      <Field
        name={`${prefix}.share${number}`}
        label={t("profile:form.share", { number })}
        unit="%"
        size={9}
        inputMode="decimal"
        optional
        form={form}
      />
    </div>
  ));
}

function Events({ prefix, form }: PartProps) {
  const { t } = useLanguage();
  const options = OFFICE_EVENTS.map((value) => ({ value, label: t(`profile:event.${value}`) }));
  return numbersOf(form, prefix, "event", MOST_EVENTS, 2).map((number) => (
    <div className="grid span three" key={number}>
      <Select
        name={`${prefix}.event${number}`}
        label={t("profile:form.event", { number })}
        empty={t("results:form.choose")}
        options={options}
        optional
        form={form}
      />
      <DateField
        name={`${prefix}.eventOn${number}`}
        label={t("profile:form.eventOn", { number })}
        hint={number === 1 ? undefined : ""}
        optional
        form={form}
      />
      <Field name={`${prefix}.eventRef${number}`} label={t("profile:form.eventRef", { number })} optional form={form} />
    </div>
  ));
}

/** The numbers that are filled in, and some blank ones behind them. */
function numbersOf(form: FormState, prefix: string, field: string, most: number, blank: number): number[] {
  const all = Array.from({ length: most }, (_, index) => index + 1);
  const last = all.findLast((number) => (form.values[`${prefix}.${field}${number}`] ?? "") !== "") ?? 0;
  return all.slice(0, last + blank);
}
