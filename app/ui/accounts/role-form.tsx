import { GRANTED_ROLES } from "#app/domain/accounts/actor.ts";
import type { OrganisationMatch } from "#app/domain/organisations/organisation.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { RadioGroup, Select } from "#app/ui/form/choices.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { textOf } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";

/** The fields by name, for the summary of errors. */
export function roleLabels(t: Translate): Record<string, string> {
  return {
    email: t("organisations:roles.email"),
    role: t("organisations:roles.role"),
    organisation: t("organisations:roles.organisation"),
    organisationId: t("organisations:roles.organisation"),
  };
}

/** Whose roles: `known` is the address of the person shown beneath. */
export function FindPerson(props: { action: string; form: FormState; known: string | undefined }) {
  const { t } = useLanguage();
  const { form, known } = props;
  return (
    <Form action={props.action}>
      <Field
        name="email"
        type="email"
        autoComplete="off"
        label={t("organisations:roles.email")}
        form={form}
        value={form.values["email"] === undefined ? known : undefined}
      />
      <Actions>
        <Submit name="intent" value="find" {...(known ? { look: "alt" } : {})}>
          {t("organisations:roles.find")}
        </Submit>
      </Actions>
    </Form>
  );
}

/** A role to give. */
export function RoleForm(props: { action: string; form: FormState; matches: readonly OrganisationMatch[] }) {
  const { t } = useLanguage();
  return (
    <div className="read">
      <Form action={props.action}>
        <RoleFields form={props.form} matches={props.matches} />
        <Actions>
          <Submit name="intent" value="grant">
            {t("organisations:roles.button")}
          </Submit>
        </Actions>
      </Form>
    </div>
  );
}

/** Which role, and in which organisation: by code or name, and among several that match by choice. */
function RoleFields(props: { form: FormState; matches: readonly OrganisationMatch[] }) {
  const { lang, t } = useLanguage();
  const { form, matches } = props;
  return (
    <>
      <Select
        name="role"
        label={t("organisations:roles.role")}
        hint={t("organisations:roles.grantNote")}
        empty={t("organisations:roles.chooseRole")}
        options={GRANTED_ROLES.map((role) => ({ value: role, label: t(`accounts:role.${role}`) }))}
        form={form}
      />
      <Field
        name="organisation"
        label={t("organisations:roles.organisation")}
        hint={t("organisations:roles.organisationHint")}
        autoComplete="off"
        form={form}
      />
      {matches.length > 0 ? (
        <>
          <input type="hidden" name="searched" value={textOf(form, "organisation")} />
          <RadioGroup
            name="organisationId"
            label={t("organisations:roles.matches")}
            choices={matches.map(({ id, names, code, verified }) => {
              const name = pickText(names, lang)?.text ?? code;
              const label = verified ? name : t("organisations:roles.unverified", { name });
              return { value: id, label, note: code };
            })}
            form={form}
          />
        </>
      ) : null}
    </>
  );
}
