import { RISK_CATEGORIES, RISK_OUTCOMES } from "#app/domain/partnerships/risks/risk.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { Checkbox, RadioGroup, Select } from "#app/ui/form/choices.tsx";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { textOf } from "#app/ui/form/form-state.ts";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import type { House } from "#app/ui/marks/house.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";

type FormParty = { id: string; key: string; house: House; name: string };

/** A risk as the members see it, new or anew: what, how likely, how costly, who bears and who watches it. */
export function RiskFields(props: { isReview: boolean; parties: readonly FormParty[]; form: FormState }) {
  const { t } = useLanguage();
  const { isReview, parties, form } = props;
  return (
    <>
      {isReview ? (
        <input type="hidden" name="risk" value={textOf(form, "risk")} />
      ) : (
        <Select
          name="category"
          label={t("risks:field.category")}
          options={RISK_CATEGORIES.map((value) => ({ value, label: t(`risks:category.${value}`) }))}
          form={form}
        />
      )}
      <Field
        name="title"
        label={t("risks:field.title")}
        hint={t("risks:field.titleHint")}
        maxLength={200}
        form={form}
      />
      <Checkbox name="isPublic" label={t("risks:field.isPublic")} hint={t("risks:field.isPublicHint")} form={form} />
      <Field
        name="probabilityPpm"
        label={t("risks:field.probability")}
        inputMode="decimal"
        size={9}
        unit="%"
        autoComplete="off"
        form={form}
      />
      <Field
        name="impactVnd"
        label={t("risks:field.impact")}
        hint={t("distributions:propose.amountHint")}
        unit="₫"
        autoComplete="off"
        form={form}
      />
      <Allocation parties={parties} form={form} />
      <TextArea name="mitigation" label={t("risks:field.mitigation")} max={2_000} rows={4} form={form} />
      <Select
        name="ownerMemberId"
        label={t("risks:field.owner")}
        hint={t("risks:field.ownerHint")}
        options={parties.map(({ id, key, name }) => ({ value: id, label: `${key} ${name}` }))}
        form={form}
      />
      <DateField name="reviewOn" label={t("risks:field.reviewOn")} form={form} />
      <TextArea
        name="reason"
        label={t(isReview ? "risks:field.reviewReason" : "risks:field.reason")}
        max={1_000}
        rows={3}
        form={form}
      />
    </>
  );
}

/** A share for each party; empty is nothing. All together make a whole. */
function Allocation(props: { parties: readonly FormParty[]; form: FormState }) {
  const { t } = useLanguage();
  return (
    <fieldset className="field">
      <legend>{t("risks:field.allocation")}</legend>
      <p className="hint">{t("risks:field.allocationHint")}</p>
      {props.parties.map(({ id, key, house, name }, place) => (
        <div key={id}>
          <input type="hidden" name={`allocation[${place}].id`} value={id} />
          <Field
            name={`allocation[${place}].share`}
            label={<PartyBadge house={house} name={`${key} ${name}`} />}
            inputMode="decimal"
            size={9}
            unit="%"
            autoComplete="off"
            form={props.form}
          />
        </div>
      ))}
    </fieldset>
  );
}

/** How a risk ended. */
export function CloseFields({ form }: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <>
      <input type="hidden" name="risk" value={textOf(form, "risk")} />
      <RadioGroup
        name="outcome"
        label={t("risks:field.outcome")}
        choices={RISK_OUTCOMES.map((value) => ({ value, label: t(`risks:outcome.${value}`) }))}
        form={form}
      />
      <TextArea name="note" label={t("risks:field.note")} max={1_000} rows={4} form={form} />
    </>
  );
}
