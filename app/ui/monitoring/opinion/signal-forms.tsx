import { MOST_ANSWERS, OPINION_CHANNELS, OPINION_LENGTHS } from "#app/domain/monitoring/opinion/opinion.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { Checkbox, Select, type SelectOption } from "#app/ui/form/choices.tsx";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { textOf } from "#app/ui/form/form-state.ts";
import { LanguageChoice } from "#app/ui/form/language-choice.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";

const LENGTHS = OPINION_LENGTHS;
const PLACES = Array.from({ length: MOST_ANSWERS }, (_, place) => place);
/** Rows that stand open; more fold out. */
const OPEN_ROWS = 4;
const FIELDS = [
  ...["ownerId", "about", "title", "channel", "method", "question", "summary", "n", "several", "fromOn", "toOn"],
  ...["source", "language", "text"],
] as const;

/** The fields of a signal by name, for the summary of errors. */
export function signalLabels(t: Translate): Record<string, string> {
  const rows = PLACES.flatMap((place) => {
    const row = t("opinion:row", { number: place + 1 });
    return ["label", "count"].map((name) => [`figures[${place}].${name}`, row] as const);
  });
  return {
    ...Object.fromEntries(FIELDS.map((name) => [name, t(`opinion:field.${name}`)])),
    ...Object.fromEntries(rows),
  };
}

/** A signal, new or not let go yet. */
export function SignalForm(props: { bodies: readonly SelectOption[]; form: FormState }) {
  const { lang, t } = useLanguage();
  const { bodies, form } = props;
  return (
    <Form>
      <Bodies bodies={bodies} form={form} />
      <Field name="title" label={t("opinion:field.title")} maxLength={LENGTHS.title.max} form={form} />
      <Field
        name="about"
        label={t("opinion:field.about")}
        hint={t("opinion:aboutHint")}
        size={20}
        optional
        form={form}
      />
      <Select
        name="channel"
        label={t("opinion:field.channel")}
        empty="–"
        options={OPINION_CHANNELS.map((value) => ({ value, label: t(`opinion:channels.${value}`) }))}
        form={form}
      />
      <TextArea
        name="method"
        label={t("opinion:field.method")}
        hint={t("opinion:methodHint")}
        rows={4}
        max={LENGTHS.method.max}
        form={form}
      />
      <Field name="question" label={t("opinion:field.question")} maxLength={LENGTHS.question.max} form={form} />
      <Field
        name="n"
        label={t("opinion:field.n")}
        hint={t("opinion:nHint")}
        size={10}
        inputMode="numeric"
        form={form}
      />
      <Checkbox name="several" label={t("opinion:field.several")} form={form} />
      <Rows form={form} />
      <Period form={form} />
      <TextArea
        name="summary"
        label={t("opinion:field.summary")}
        rows={4}
        max={LENGTHS.summary.max}
        optional
        form={form}
      />
      <LanguageChoice label={t("opinion:field.language")} value={textOf(form, "language") || lang} form={form} />
      <Actions>
        <Submit>{t("opinion:save")}</Submit>
      </Actions>
    </Form>
  );
}

/** Of which body of the Front; most people write for one. */
function Bodies({ bodies, form }: { bodies: readonly SelectOption[]; form: FormState }) {
  const { t } = useLanguage();
  return bodies.length > 1 ? (
    <Select name="ownerId" label={t("opinion:field.ownerId")} options={bodies} form={form} />
  ) : (
    <input type="hidden" name="ownerId" value={bodies[0]?.value ?? ""} />
  );
}

/** From when to when, and where it is kept. */
function Period({ form }: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <>
      <DateField name="fromOn" label={t("opinion:field.fromOn")} form={form} />
      <DateField name="toOn" label={t("opinion:field.toOn")} form={form} />
      <Field name="source" label={t("opinion:field.source")} maxLength={LENGTHS.source.max} form={form} />
    </>
  );
}

function Rows({ form }: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <>
      {PLACES.slice(0, OPEN_ROWS).map((place) => (
        <Row key={place} place={place} form={form} />
      ))}
      <details
        className="data"
        open={PLACES.slice(OPEN_ROWS).some((place) => `figures[${place}].label` in form.values)}
      >
        <summary>{t("opinion:moreRows")}</summary>
        {PLACES.slice(OPEN_ROWS).map((place) => (
          <Row key={place} place={place} form={form} />
        ))}
      </details>
    </>
  );
}

function Row({ place, form }: { place: number; form: FormState }) {
  const { t } = useLanguage();
  const row = t("opinion:row", { number: place + 1 });
  return (
    <>
      <Field
        name={`figures[${place}].label`}
        label={row}
        maxLength={LENGTHS.label.max}
        optional={place > 1}
        form={form}
      />
      <Field
        name={`figures[${place}].count`}
        label={`${row} – ${t("opinion:count")}`}
        size={10}
        inputMode="numeric"
        optional={place > 1}
        form={form}
      />
    </>
  );
}

/** A lead corrects what is published. */
export function SignalErratumForm({ form }: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <Form>
      <TextArea
        name="text"
        label={t("opinion:field.text")}
        hint={t("opinion:erratumHint")}
        rows={3}
        max={LENGTHS.erratum.max}
        form={form}
      />
      <Actions>
        <Submit name="intent" value="erratum" look="alt">
          {t("opinion:sendErratum")}
        </Submit>
      </Actions>
    </Form>
  );
}
