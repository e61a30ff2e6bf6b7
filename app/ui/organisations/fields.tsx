import { HOUSES } from "#app/domain/accounts/actor.ts";
import { SCHEMES } from "#app/domain/organisations/organisation.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { Checkbox, RadioGroup, Select, type SelectOption } from "#app/ui/form/choices.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { HouseName } from "#app/ui/marks/house.tsx";

const LABELLED = [
  "nameVi",
  "nameEn",
  "nameFr",
  "house",
  "scheme",
  "identifier",
  "province",
  "isPublicBody",
  "post",
] as const;

/** The fields by name, in the order of the page, for the summary of errors. */
export function organisationLabels(t: Translate): Record<string, string> {
  return Object.fromEntries(
    LABELLED.map((key) => [key === "province" ? "provinceCode" : key, t(`organisations:new.${key}`)]),
  );
}

/** What is asked of a new organisation. */
export function OrganisationFields(props: { form: FormState; provinces: readonly SelectOption[] }) {
  const { t } = useLanguage();
  const { form, provinces } = props;
  return (
    <>
      <Field
        name="nameVi"
        label={t("organisations:new.nameVi")}
        hint={t("organisations:new.nameViHint")}
        autoComplete="organization"
        form={form}
      />
      <Field name="nameEn" label={t("organisations:new.nameEn")} optional form={form} />
      <Field name="nameFr" label={t("organisations:new.nameFr")} optional form={form} />
      <RadioGroup
        name="house"
        label={t("organisations:new.house")}
        choices={HOUSES.map((house) => ({
          value: house,
          label: <HouseName house={house} />,
          note: t(`organisations:new.houseNote.${house}`),
        }))}
        form={form}
      />
      <RadioGroup
        name="scheme"
        label={t("organisations:new.scheme")}
        choices={SCHEMES.map((scheme) => ({
          value: scheme,
          label: t(scheme === "VN-PORTAL" ? "organisations:new.schemeNone" : `organisations:scheme.${scheme}`),
        }))}
        form={form}
      />
      <Field
        name="identifier"
        label={t("organisations:new.identifier")}
        hint={t("organisations:new.identifierHint")}
        autoComplete="off"
        spellCheck={false}
        form={form}
      />
      <Select
        name="provinceCode"
        label={t("organisations:new.province")}
        empty={t("organisations:new.provinceEmpty")}
        options={provinces}
        form={form}
      />
      <Checkbox name="isPublicBody" label={t("organisations:new.isPublicBody")} form={form} />
      <Field
        name="post"
        label={t("organisations:new.post")}
        hint={t("organisations:new.postHint")}
        autoComplete="organization-title"
        form={form}
      />
    </>
  );
}
