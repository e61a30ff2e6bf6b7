import type { ReactNode } from "react";
import { FieldFrame, type FieldProps, fieldParts, GroupFrame } from "#app/ui/form/field-frame.tsx";
import { errorsOf, fieldId, listOf, textOf } from "#app/ui/form/form-state.ts";

export type Choice = { value: string; label: ReactNode; note?: ReactNode };

export type SelectOption = { value: string; label: string };

/** Options, or named groups of options. `empty` is the words of the choice that chooses nothing. */
export function Select(
  props: FieldProps & {
    options: readonly (SelectOption | { label: string; options: readonly SelectOption[] })[];
    empty?: string | undefined;
    value?: string | undefined;
  },
) {
  const parts = fieldParts(props);
  return (
    <FieldFrame field={props} parts={parts}>
      <select
        className="in"
        id={parts.id}
        name={props.name}
        defaultValue={props.value ?? textOf(props.form, props.name)}
        aria-describedby={parts.describedBy}
        aria-invalid={parts.errors.length > 0 ? true : undefined}
      >
        {props.empty === undefined ? null : <option value="">{props.empty}</option>}
        {props.options.map((option) =>
          "options" in option ? (
            <optgroup key={option.label} label={option.label}>
              {option.options.map(optionOf)}
            </optgroup>
          ) : (
            optionOf(option)
          ),
        )}
      </select>
    </FieldFrame>
  );
}

function optionOf(option: SelectOption) {
  return (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  );
}

type GroupProps = FieldProps & {
  choices: readonly Choice[];
  /** Two columns from 40 rem on. */
  columns?: boolean;
  /** A small pair under a field, such as "who may read this". */
  small?: boolean;
};

/** One of a few. The first choice carries the field's id, so that an error link lands on it. */
export function RadioGroup(props: GroupProps & { value?: string | undefined }) {
  const chosen = props.value ?? textOf(props.form, props.name);
  return <Group {...props} type="radio" isChosen={(value) => value === chosen} />;
}

/** Any of a few. */
export function Checkboxes(props: GroupProps & { values?: readonly string[] | undefined }) {
  const chosen = props.values ?? listOf(props.form, props.name);
  return <Group {...props} type="checkbox" isChosen={(value) => chosen.includes(value)} />;
}

function Group(props: GroupProps & { type: "radio" | "checkbox"; isChosen: (value: string) => boolean }) {
  const parts = fieldParts(props);
  const className = props.columns ? "two" : props.small ? "row" : undefined;
  return (
    <GroupFrame field={props} parts={parts} small={props.small ?? false}>
      <div className={className}>
        {props.choices.map((choice, index) => (
          <label className="pick" key={choice.value}>
            <input
              type={props.type}
              name={props.name}
              id={index === 0 ? parts.id : `${parts.id}-${index + 1}`}
              value={choice.value}
              defaultChecked={props.isChosen(choice.value)}
            />
            <span>
              {choice.label}
              {choice.note ? <small className="soft">{choice.note}</small> : null}
            </span>
          </label>
        ))}
      </div>
    </GroupFrame>
  );
}

/** A single statement to agree with; sends `on`. */
export function Checkbox(props: FieldProps & { checked?: boolean | undefined }) {
  const { name, form } = props;
  const parts = fieldParts(props);
  return (
    <div className={errorsOf(form, name).length > 0 ? "field bad" : "field"}>
      {parts.errors.length > 0 ? (
        <div className="err" id={parts.errorId}>
          {parts.errors.join(" ")}
        </div>
      ) : null}
      <label className="pick" htmlFor={fieldId(name)}>
        <input
          type="checkbox"
          id={parts.id}
          name={name}
          defaultChecked={props.checked ?? textOf(form, name) === "on"}
          aria-describedby={parts.describedBy}
          aria-invalid={parts.errors.length > 0 ? true : undefined}
        />
        <span>{props.label}</span>
      </label>
      {props.hint ? (
        <p className="hint" id={parts.hintId}>
          {props.hint}
        </p>
      ) : null}
    </div>
  );
}
