import type { InputHTMLAttributes } from "react";
import { FieldFrame, type FieldProps, fieldParts } from "#app/ui/form/field-frame.tsx";
import { textOf } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";

type InputProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "autoComplete" | "inputMode" | "maxLength" | "placeholder" | "readOnly" | "spellCheck" | "size"
>;

export type TextFieldProps = FieldProps &
  InputProps & {
    type?: "text" | "email" | "password" | "search" | "tel" | "url";
    value?: string | undefined;
    /** Stands behind the control: `%`, `₫`. */
    unit?: string;
    /** Offered while typing; anything else may be typed as well. */
    suggestions?: readonly string[];
  };

/** One line of text. A password is never given back. */
export function Field(props: TextFieldProps) {
  const { name, label, hint, optional, form, errors, value, unit, suggestions, type = "text", ...input } = props;
  const parts = fieldParts(props);
  const shown = type === "password" ? undefined : (value ?? textOf(form, name));
  const listId = suggestions ? `${parts.id}-list` : undefined;
  const control = (
    <input
      {...input}
      className={input.size ? "in short" : "in"}
      id={parts.id}
      name={name}
      type={type}
      defaultValue={shown}
      list={listId}
      aria-describedby={parts.describedBy}
      aria-invalid={parts.errors.length > 0 ? true : undefined}
    />
  );
  return (
    <FieldFrame field={{ name, label, hint, optional, form, errors }} parts={parts}>
      {unit ? (
        <span className="unit">
          {control} <span>{unit}</span>
        </span>
      ) : (
        control
      )}
      {suggestions ? (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      ) : null}
    </FieldFrame>
  );
}

/** A date as people type it, 21/11/2026; the hint shows the form unless it says something else. */
export function DateField(props: Omit<TextFieldProps, "type" | "inputMode" | "size">) {
  const { t } = useLanguage();
  return <Field size={12} autoComplete="off" {...props} hint={props.hint ?? t("form:dateHint")} inputMode="numeric" />;
}
