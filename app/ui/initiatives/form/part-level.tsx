import { PART_LEVELS, SEALABLE_PARTS, type SealablePart } from "#app/domain/initiatives/part.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { RadioGroup } from "#app/ui/form/choices.tsx";
import { DateField } from "#app/ui/form/field.tsx";
import { textOf } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";

/** Under a field that may be closed: who reads it, and until when a seal lasts. */
export function PartLevelField(props: { part: SealablePart; form: FormState }) {
  const row = `parts[${SEALABLE_PARTS.indexOf(props.part)}]`;
  return (
    <>
      <input type="hidden" name={`${row}.part`} value={props.part} />
      <LevelFields level={`${row}.level`} until={`${row}.until`} of={props.part} form={props.form} />
    </>
  );
}

/** The three levels and the day of a seal, by their field names. `of` names what they are about. */
export function LevelFields(props: { level: string; until: string; of: SealablePart | "files"; form: FormState }) {
  const { t } = useLanguage();
  const about = <span className="vh">, {t(`authorship:parts.name.${props.of}`)}</span>;
  return (
    <div className="readers">
      <RadioGroup
        small
        name={props.level}
        label={
          <>
            {t("authorship:parts.who")}
            {about}
          </>
        }
        choices={PART_LEVELS.map((level) => ({ value: level, label: t(`authorship:parts.choice.${level}`) }))}
        value={textOf(props.form, props.level) || "PUBLIC"}
        form={props.form}
      />
      <DateField
        name={props.until}
        label={
          <>
            {t("authorship:parts.until")}
            {about}
          </>
        }
        form={props.form}
      />
    </div>
  );
}
