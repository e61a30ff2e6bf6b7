import { FieldFrame, type FieldProps, fieldParts } from "#app/ui/form/field-frame.tsx";
import { textOf } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";

/** Several lines. `max` (UTF-16 units, as the schema counts) shows how much is written; nothing is cut off while typing. */
export function TextArea(
  props: FieldProps & { value?: string | undefined; rows?: number; max?: number; lang?: string },
) {
  const { name, max } = props;
  const { t, format } = useLanguage();
  const parts = fieldParts({ ...props, counted: max !== undefined });
  const value = props.value ?? textOf(props.form, name);
  const count =
    max === undefined ? undefined : (
      <p className="count" id={parts.countId} data-text={t("form:count", { written: "{n}", max })}>
        {t("form:count", { written: format.number(value.replaceAll("\r\n", "\n").length), max })}
      </p>
    );
  return (
    <FieldFrame field={props} parts={parts} count={count}>
      <textarea
        className="in"
        id={parts.id}
        name={name}
        rows={props.rows ?? 5}
        lang={props.lang}
        defaultValue={value}
        data-count={max === undefined ? undefined : parts.countId}
        aria-describedby={parts.describedBy}
        aria-invalid={parts.errors.length > 0 ? true : undefined}
      />
    </FieldFrame>
  );
}
