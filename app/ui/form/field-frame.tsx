import type { ReactNode } from "react";
import type { FormState } from "#app/platform/form-state.ts";
import { errorsOf, fieldId } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";

/** What every field takes. Value and errors come from `form` by name, unless they are given. */
export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Adds "(if any)" to the label; nothing marks what is required. */
  optional?: boolean | undefined;
  form?: FormState | undefined;
  errors?: readonly string[] | undefined;
  /** Tells it from fields of its name in the page's other forms. The one that came back has none: the summary leads to it. */
  apart?: string | undefined;
};

export type FieldParts = {
  id: string;
  errors: readonly string[];
  hintId: string;
  errorId: string;
  countId: string;
  /** `aria-describedby` in reading order: hint, error, count. */
  describedBy: string | undefined;
};

export function fieldParts(props: FieldProps & { counted?: boolean }): FieldParts {
  const id = fieldId(props.apart ? `${props.name}-${props.apart}` : props.name);
  const errors = props.errors ?? errorsOf(props.form, props.name);
  const [hintId, errorId, countId] = [`${id}-hint`, `${id}-error`, `${id}-count`];
  const described = [props.hint ? hintId : "", errors.length > 0 ? errorId : "", props.counted ? countId : ""];
  return { id, errors, hintId, errorId, countId, describedBy: described.filter(Boolean).join(" ") || undefined };
}

/** Label, hint, error, control, count, in this order. */
export function FieldFrame(props: { field: FieldProps; parts: FieldParts; count?: ReactNode; children: ReactNode }) {
  const { field, parts } = props;
  return (
    <div className={parts.errors.length > 0 ? "field bad" : "field"}>
      <label htmlFor={parts.id}>
        <Label {...field} />
      </label>
      <HintAndErrors hint={field.hint} parts={parts} />
      {props.children}
      {props.count}
    </div>
  );
}

/** The same for a group of choices, which is a `<fieldset>` with its legend. */
export function GroupFrame(props: { field: FieldProps; parts: FieldParts; small?: boolean; children: ReactNode }) {
  const { field, parts } = props;
  const className = `${props.small ? "see" : "field"}${parts.errors.length > 0 ? " bad" : ""}`;
  return (
    <fieldset className={className} aria-describedby={parts.describedBy}>
      <legend>
        <Label {...field} />
      </legend>
      <HintAndErrors hint={field.hint} parts={parts} />
      {props.children}
    </fieldset>
  );
}

function Label(props: Pick<FieldProps, "label" | "optional">) {
  const { t } = useLanguage();
  return (
    <>
      {props.label}
      {props.optional ? <span className="soft"> {t("form:optional")}</span> : null}
    </>
  );
}

function HintAndErrors(props: { hint: ReactNode; parts: FieldParts }) {
  const { t } = useLanguage();
  const { errors, hintId, errorId } = props.parts;
  return (
    <>
      {props.hint ? (
        <p className="hint" id={hintId}>
          {props.hint}
        </p>
      ) : null}
      {errors.length > 0 ? (
        <div className="err" id={errorId}>
          {errors.map((error) => (
            <p key={error}>
              <span className="vh">{t("form:errorPrefix")} </span>
              {error}
            </p>
          ))}
        </div>
      ) : null}
    </>
  );
}
