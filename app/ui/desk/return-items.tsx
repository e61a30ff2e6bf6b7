import { RETURNABLE_FIELDS, type ReturnableField } from "#app/domain/initiatives/intake/intake.schema.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { fieldParts, GroupFrame } from "#app/ui/form/field-frame.tsx";
import { errorsOf, fieldId, textOf } from "#app/ui/form/form-state.ts";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** The names of the fields to whoever corrects them. */
export function returnLabels(t: Translate): Record<string, string> {
  return Object.fromEntries([
    ["items", t("desk:return.items")],
    ...RETURNABLE_FIELDS.flatMap((field, index) => [
      [`items[${index}].field`, t(`desk:field.${field}`)],
      [`items[${index}].message`, t(`desk:field.${field}`)],
    ]),
  ]);
}

/**
 * Every question of the form with its answer: ticking one opens the place to say what is missing, by style alone. All of
 * it goes out at once.
 */
export function ReturnItems(props: {
  /** what stands there now; left out where many files are returned at once */
  answers?: Record<ReturnableField, string>;
  form: FormState;
}) {
  const { t } = useLanguage();
  const field = { name: "items", label: t("desk:return.items"), hint: t("desk:return.hint"), form: props.form };
  return (
    <GroupFrame field={field} parts={fieldParts(field)}>
      <div id={fieldId("items")} tabIndex={-1}>
        {RETURNABLE_FIELDS.map((name, index) => (
          <Item key={name} name={name} index={index} answer={props.answers?.[name] ?? null} form={props.form} />
        ))}
      </div>
    </GroupFrame>
  );
}

function Item(props: { name: ReturnableField; index: number; answer: string | null; form: FormState }) {
  const { t } = useLanguage();
  const { name, index, answer, form } = props;
  const [box, message] = [`items[${index}].field`, `items[${index}].message`];
  const errors = errorsOf(form, box);
  const isTyped = textOf(form, message) !== "";
  return (
    <div className={["item", errors.length > 0 ? "bad" : "", isTyped ? "typed" : ""].filter(Boolean).join(" ")}>
      {errors.length > 0 ? (
        <p className="err" id={`${fieldId(box)}-error`}>
          {t("desk:return.tick")}
        </p>
      ) : null}
      <label className="pick" htmlFor={fieldId(box)}>
        <input
          type="checkbox"
          id={fieldId(box)}
          name={box}
          value={name}
          defaultChecked={textOf(form, box) === name}
          aria-describedby={errors.length > 0 ? `${fieldId(box)}-error` : undefined}
          aria-invalid={errors.length > 0 ? true : undefined}
        />
        <span>{t(`desk:field.${name}`)}</span>
      </label>
      <div className="more">
        {answer === null ? null : (
          <details className="data">
            <summary>{t("desk:return.answer")}</summary>
            <p className="said s">{answer || <span className="soft">{t("form:notAnswered")}</span>}</p>
          </details>
        )}
        <TextArea name={message} label={t("desk:return.message")} rows={2} max={500} form={form} />
      </div>
    </div>
  );
}
