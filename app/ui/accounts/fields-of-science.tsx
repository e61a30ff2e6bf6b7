import type { FormState } from "#app/platform/form-state.ts";
import { Checkboxes } from "#app/ui/form/choices.tsx";
import { errorsOf, listOf } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";

export type ScienceField = { code: string; parentCode: string | null; name: string };

/** Up to five fields of science, folded away by broad field; a broad field with a choice in it stands open. */
export function FieldsOfScience(props: { fields: readonly ScienceField[]; form: FormState }) {
  const { t } = useLanguage();
  const chosen = listOf(props.form, "fordCodes");
  const errors = errorsOf(props.form, "fordCodes");
  const broad = props.fields.filter((field) => field.parentCode === null);
  return (
    <fieldset className={errors.length > 0 ? "field bad" : "field"} id="f-fordCodes" aria-describedby="ford-hint">
      <legend>
        {t("accounts:profile.fields")} <span className="soft">{t("form:optional")}</span>
      </legend>
      <p className="hint" id="ford-hint">
        {t("accounts:profile.fieldsHint")}
      </p>
      {errors.map((error) => (
        <p className="err" key={error}>
          {error}
        </p>
      ))}
      {broad.map((group) => {
        const own = props.fields.filter((field) => field.parentCode === group.code);
        return (
          <details key={group.code} className="data" open={own.some((field) => chosen.includes(field.code))}>
            <summary>{group.name}</summary>
            <Checkboxes
              name="fordCodes"
              label={<span className="vh">{group.name}</span>}
              errors={[]}
              values={chosen}
              choices={own.map((field) => ({ value: field.code, label: field.name }))}
            />
          </details>
        );
      })}
    </fieldset>
  );
}
